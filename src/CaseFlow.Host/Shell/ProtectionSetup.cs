using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Shell;

/// <summary>The <c>DataProtection</c> section of appsettings.json.</summary>
public sealed class DataProtectionSettings
{
    /// <summary>Where the keys are that secrets are encrypted with; all hosts on one database share it.</summary>
    [Required(AllowEmptyStrings = false)]
    public string KeysFolder { get; set; } = "data/keys";
}

[OptionsValidator]
internal sealed partial class DataProtectionSettingsValidator : IValidateOptions<DataProtectionSettings>;

/// <summary>Encryption of what must not be read in the database. The keys lie beside it, not in it.</summary>
internal static class ProtectionSetup
{
    public static void AddProtection(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddSingleton<IValidateOptions<DataProtectionSettings>, DataProtectionSettingsValidator>()
            .AddOptions<DataProtectionSettings>()
            .Bind(configuration.GetSection("DataProtection"))
            .ValidateOnStart();
        services
            .AddSingleton<IValidateOptions<LimitOptions>, LimitOptionsValidator>()
            .AddOptions<LimitOptions>()
            .Bind(configuration.GetSection("Limits"))
            .ValidateOnStart();
        services.AddSingleton<Limits>();
        services.AddDataProtection().SetApplicationName("caseflow");
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<IOptions<DataProtectionSettings>, ILoggerFactory>(
                (keys, settings, logs) =>
                    keys.XmlRepository = new FileSystemXmlRepository(new(settings.Value.KeysFolder), logs)
            );
    }
}
