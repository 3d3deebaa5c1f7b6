using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Housekeeping;

/// <summary>What keeps the store from growing without end.</summary>
internal static class HousekeepingSetup
{
    public static void AddHousekeeping(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddSingleton<IValidateOptions<HousekeepingOptions>, HousekeepingOptionsValidator>()
            .AddOptions<HousekeepingOptions>()
            .Bind(configuration.GetSection("Housekeeping"))
            .ValidateOnStart();
        services.AddHostedService<Housekeeper>();
    }
}
