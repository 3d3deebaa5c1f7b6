using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running;

/// <summary>What starts instances of a workflow.</summary>
/// <param name="ActivityId">For <see cref="StartRequest.TriggerActivityId"/>.</param>
/// <param name="Name">The name of an event, a path, a cron expression, an event of cases.</param>
/// <param name="DueAt">When a timer is due the first time.</param>
/// <param name="Interval">How long after that it is due again; a cron expression says it itself.</param>
public sealed record WorkflowTrigger(
    string ActivityId,
    string ActivityType,
    BookmarkKind Kind,
    string? Name,
    DateTimeOffset? DueAt,
    TimeSpan? Interval,
    ValueMap Details
)
{
    /// <summary>Why it starts nothing: what it waits for could not be found out. Null where it could.</summary>
    public string? Failure { get; init; }
}
