namespace CaseFlow.Workflows.Running;

/// <summary>An activity cannot go on; the instance keeps it as an incident.</summary>
internal sealed class ActivityFailed : Exception
{
    public ActivityFailed(string message)
        : base(message) { }

    public ActivityFailed(string message, Exception cause)
        : base(message, cause) { }

    public string? Code { get; init; }

    public string? Category { get; init; }

    public string? FaultType { get; init; }
}
