namespace CaseFlow.Host.CommandLine;

/// <summary>
/// Settings of appsettings.json on a command line: in pairs, or joined by <c>=</c>. A name that no setting can have is a
/// slip, which the host would pass over in silence.
/// </summary>
internal static class HostSettings
{
    // What a web application takes beside the sections of appsettings.json.
    private static readonly string[] WithoutSection =
    [
        "urls",
        "environment",
        "contentRoot",
        "applicationName",
        "http_ports",
        "https_ports",
    ];

    public static string? FindProblem(string verb, ReadOnlySpan<string> settings)
    {
        for (var index = 0; index < settings.Length; index++)
        {
            var joined = settings[index].IndexOf('=', StringComparison.Ordinal);
            var name = joined < 0 ? settings[index] : settings[index][..joined];
            if (!name.StartsWith("--", StringComparison.Ordinal))
            {
                return $"'{name}' is neither a verb nor a setting; settings are written '--Section:Key value'.";
            }

            if (!IsSetting(name[2..]))
            {
                return $"'{name}' is no option of '{verb}', and settings are written '--Section:Key value'.";
            }

            if (joined < 0 && ++index == settings.Length)
            {
                return $"'{name}' needs a value.";
            }
        }

        return null;
    }

    private static bool IsSetting(string key) =>
        key.Contains(':', StringComparison.Ordinal) || WithoutSection.Contains(key, StringComparer.OrdinalIgnoreCase);
}
