namespace CaseFlow.Engine.Cases;

/// <summary>Owners as definitions write them: <c>user:ann</c> or <c>team:support</c>.</summary>
internal static class Owner
{
    private const string UserPrefix = "user:";
    private const string TeamPrefix = "team:";

    public static (string? User, string? Team) Read(string? written) =>
        written is null ? (null, null)
        : written.StartsWith(UserPrefix, StringComparison.Ordinal) ? (written[UserPrefix.Length..], null)
        : written.StartsWith(TeamPrefix, StringComparison.Ordinal) ? (null, written[TeamPrefix.Length..])
        : (written, null);
}
