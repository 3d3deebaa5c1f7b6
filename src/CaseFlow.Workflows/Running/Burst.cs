using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running;

/// <summary>What came of running an instance until it waits or has ended.</summary>
public sealed record Burst
{
    /// <summary>The instance as it is now, to be kept.</summary>
    public required InstanceState State { get; init; }

    /// <summary>What <c>WriteLine</c> wrote, in order.</summary>
    public ImmutableArray<string> Lines { get; init; } = [];

    /// <summary>What the host is to do, in order.</summary>
    public ImmutableArray<WorkflowEffect> Effects { get; init; } = [];

    /// <summary>Incidents of this burst.</summary>
    public ImmutableArray<Incident> Incidents { get; init; } = [];

    /// <summary>Values that could not be converted, and were taken for the default of their type.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Why nothing was done: the instance has ended, or does not wait there any more. Null where something was.</summary>
    public string? Ignored { get; init; }

    /// <summary>Where the instance waits since this burst.</summary>
    public ImmutableArray<Bookmark> NewBookmarks { get; init; } = [];

    /// <summary>Bookmarks that are gone since this burst, by their ids.</summary>
    public ImmutableArray<string> BurnedBookmarks { get; init; } = [];

    public InstanceStatus Status => State.Status;

    public InstanceSubStatus SubStatus => State.SubStatus;
}
