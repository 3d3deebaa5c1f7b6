namespace CaseFlow.Host.Shell;

/// <summary>Where to go on after a form: only ever a page of this host.</summary>
internal static class LocalAddress
{
    /// <summary>The address, or the start page where it would lead elsewhere.</summary>
    public static string Of(string? asked) =>
        asked is ['/', ..] && asked is not ['/', '/' or '\\', ..] && !asked.Any(char.IsControl) ? asked : "/";
}
