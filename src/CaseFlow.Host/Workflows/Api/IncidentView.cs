using CaseFlow.Storage;

namespace CaseFlow.Host.Workflows.Api;

/// <summary>An incident as the API shows it.</summary>
/// <param name="Status"><c>open</c>, <c>retried</c>, <c>skipped</c> or <c>cancelled</c>.</param>
/// <param name="Cause">What was behind it, such as the message of a script.</param>
public sealed record IncidentView(
    string Id,
    string Instance,
    string Workflow,
    string Activity,
    string ActivityType,
    string Message,
    string? Cause,
    DateTimeOffset At,
    string Status,
    string? DecidedBy,
    DateTimeOffset? DecidedAt
)
{
    public static IncidentView Of(WorkflowIncidentRow row) =>
        new(
            row.Id,
            row.Instance,
            row.Definition,
            row.Activity,
            row.ActivityType,
            row.Message,
            row.Cause,
            row.At,
            row.Status,
            row.DecidedBy,
            row.DecidedAt
        );
}
