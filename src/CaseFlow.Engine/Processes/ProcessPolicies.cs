using CaseFlow.Engine.Duplicates;

namespace CaseFlow.Engine.Processes;

/// <summary>Where a process may differ from how cases run by default.</summary>
public sealed record ProcessPolicies
{
    public static ProcessPolicies Default { get; } = new();

    /// <summary>By default a case is resolved from its last stage; true lets it be resolved from any.</summary>
    public bool ResolveFromAnyStage { get; init; }

    /// <summary>By default a case is assigned with or without a note; true demands one.</summary>
    public bool AssigningNeedsNote { get; init; }

    /// <summary>By default a closed case is reactivated with or without a reason; true demands one.</summary>
    public bool ReactivatingNeedsReason { get; init; }

    /// <summary>By default whoever resolves a case can cancel what is still to be done with it; true lets nobody.</summary>
    public bool OpenActivitiesHold { get; init; }

    /// <summary>By default a released case belongs to the owner of its queue; true gives it back to who owned it before.</summary>
    public bool ReleaseToPreviousOwner { get; init; }

    /// <summary>
    /// By default nobody bills more minutes than the activities of a case took; true lets them, with a reason.
    /// A case whose activities took no time at all is billed what is said.
    /// </summary>
    public bool BillAboveTotal { get; init; }

    /// <summary>What happens to a new case that is likely open already.</summary>
    public DuplicatePolicy Duplicates { get; init; } = DuplicatePolicy.Default;

    /// <summary>What ending a parent means for its children.</summary>
    public ChildPolicy Closing { get; init; }

    /// <summary>How many children a case has at most.</summary>
    public int MaxChildren { get; init; } = 100;

    /// <summary>The fields that a new child takes over from its parent, beside the title and the customer.</summary>
    public ImmutableArray<string> Inherits { get; init; } = [];

    /// <summary>How many cases become part of another by one command at most.</summary>
    public int MaxMerged { get; init; } = 10;

    /// <summary>How long a merge can be undone.</summary>
    public TimeSpan UnmergeWithin { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How long one's own last change can be taken back.</summary>
    public TimeSpan UndoWithin { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>By default what comes in for a resolved case is only written down; a policy takes the case up again.</summary>
    public ReopenPolicy? ReopenOnReply { get; init; }
}

/// <summary>What ending a parent means for its children.</summary>
public enum ChildPolicy
{
    /// <summary>Nothing.</summary>
    Independent,

    /// <summary>They end with it, all or nothing.</summary>
    Cascade,

    /// <summary>It cannot end before they have.</summary>
    Restrict,
}
