using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Sla;

/// <summary>Clocks: the bell that rings what is due, and the page that explains them.</summary>
internal static class SlaSetup
{
    public static void AddSla(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddSingleton<IValidateOptions<SlaOptions>, SlaOptionsValidator>()
            .AddOptions<SlaOptions>()
            .Bind(configuration.GetSection("Sla"))
            .ValidateOnStart();
        services.AddHostedService<TimerBell>();
    }

    public static void MapSla(this IEndpointRouteBuilder api) => ReadSla.Map(api.MapGroup("/cases").WithTags("Cases"));
}
