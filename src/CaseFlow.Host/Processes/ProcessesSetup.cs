using CaseFlow.Host.Cases;

namespace CaseFlow.Host.Processes;

/// <summary>Definitions: found, published, shown.</summary>
internal static class ProcessesSetup
{
    public static void AddProcesses(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddSingleton<Microsoft.Extensions.Options.IValidateOptions<ProcessOptions>, ProcessOptionsValidator>()
            .AddOptions<ProcessOptions>()
            .Bind(configuration.GetSection("Processes"))
            .ValidateOnStart();
        services.AddSingleton<ProcessCatalog>();
        services.AddSingleton<ProcessPublisher>();
        services.AddSingleton<SubjectsInUse>();
        services.AddSingleton<SlasInUse>();
        services.AddSingleton<DefinitionsInUse>();
        services.AddSingleton<ProcessVersions>();
        services.AddSingleton<CasePlaces>();
        services.AddSingleton<CaseSample>();
        services.AddSingleton<ManyFacts>();
        services.AddSingleton<CaseTries>();
        services.AddSingleton<ProcessImpactReader>();
        services.AddSingleton<CaseCarrier>();
        services.AddHostedService(provider => provider.GetRequiredService<CaseCarrier>());
        services.AddSingleton<FolderScenarios>();
        services.AddSingleton<ProcessFolder>();
        services.AddHostedService(provider => provider.GetRequiredService<ProcessFolder>());
        services.AddHostedService<ProcessListener>();
    }

    public static void MapProcesses(this IEndpointRouteBuilder api)
    {
        var processes = api.MapGroup("/processes").WithTags("Processes");
        ListProcesses.Map(processes);
        ListSubjects.Map(processes);
        PublishProcess.Map(processes);
        CompareProcesses.Map(processes);
        SimulateCase.Map(processes);
        BacktestProcess.Map(processes);
        EditProcess.Map(processes);
        TestScenarios.Map(processes);
        RollBackProcess.Map(processes);
        ReadPopulation.Map(processes);
    }
}
