namespace CaseFlow.Workflows.Running;

/// <summary>Starts an instance. Who it is, and when, come with the request.</summary>
public sealed record StartRequest
{
    public required string InstanceId { get; init; }

    public required DateTimeOffset Now { get; init; }

    public IReadOnlyDictionary<string, object?> Input { get; init; } = ImmutableDictionary<string, object?>.Empty;

    public string? CorrelationId { get; init; }

    /// <summary>The activity whose event, time or request starts the instance; it does not wait for it again.</summary>
    public string? TriggerActivityId { get; init; }

    /// <summary>What that activity would have been resumed with.</summary>
    public object? Answer { get; init; }
}

/// <summary>Goes on with an instance where it waits.</summary>
public sealed record ResumeRequest
{
    public required string BookmarkId { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>What it was waiting for: the payload of an event, the result of a task, a case. See docs/workflows.md.</summary>
    public object? Answer { get; init; }

    /// <summary>Why a case said no; the activity goes on with the outcome <c>Refused</c>.</summary>
    public object? Refusal { get; init; }

    /// <summary>Why there is no answer; the activity faults with it.</summary>
    public string? Failure { get; init; }

    /// <summary>New input of the workflow; what is not in it is as it was at the start, where that is kept.</summary>
    public IReadOnlyDictionary<string, object?> Input { get; init; } = ImmutableDictionary<string, object?>.Empty;
}

/// <summary>Mends an activity that has faulted.</summary>
/// <param name="Incident">Its id.</param>
public sealed record MendRequest(string Incident, DateTimeOffset Now);
