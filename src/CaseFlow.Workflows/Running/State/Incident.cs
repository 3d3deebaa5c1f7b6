namespace CaseFlow.Workflows.Running.State;

/// <summary>An activity that has faulted, and why.</summary>
public sealed record Incident
{
    public required string Id { get; init; }

    public required string ActivityId { get; init; }

    public required string NodeId { get; init; }

    public required string ActivityType { get; init; }

    public required int Frame { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Message { get; init; }

    /// <summary>What was behind it: the message of a script.</summary>
    public string? Cause { get; init; }

    /// <summary>How the <c>Fault</c> activity classed it.</summary>
    public string? Code { get; init; }

    public string? Category { get; init; }

    public string? FaultType { get; init; }

    /// <summary>Whether the activity was run again or skipped since.</summary>
    public bool IsMended { get; init; }
}
