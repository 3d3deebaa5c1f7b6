using CaseFlow.Storage;

namespace CaseFlow.Host.People.Auditing;

/// <summary>Makes rows for the audit; each is saved together with what it tells of.</summary>
internal static class Audit
{
    /// <param name="subject">What it is done to, such as <c>user:ann</c>.</param>
    /// <param name="detail">What becomes of it; never a secret.</param>
    /// <param name="by">Who does it, where he is not signed in.</param>
    public static AuditRow Audited(
        this HttpContext context,
        string action,
        TimeProvider time,
        string? subject = null,
        string? detail = null,
        string? by = null
    ) =>
        new()
        {
            At = time.GetUtcNow(),
            By = by ?? context.Actor().User,
            Action = action,
            Subject = subject,
            Detail = detail,
            Address = context.Connection.RemoteIpAddress?.ToString(),
        };

    public static string User(string key) => $"user:{key}";

    public static string Team(string key) => $"team:{key}";
}
