using System.Text.Json.Serialization;

namespace CaseFlow.Engine.Cases;

/// <summary>What happened between cases: merged and let go, parents and children.</summary>
[JsonDerivedType(typeof(Merged), "merged")]
[JsonDerivedType(typeof(Unmerged), "unmerged")]
[JsonDerivedType(typeof(Restored), "restored")]
[JsonDerivedType(typeof(ChildrenAdded), "children-added")]
[JsonDerivedType(typeof(ChildrenRemoved), "children-removed")]
[JsonDerivedType(typeof(ParentChanged), "parent-changed")]
public abstract partial record CaseEvent
{
    /// <summary>Others became part of this case, with their activities and children.</summary>
    public sealed record Merged(ImmutableArray<MergedCase> Cases) : CaseEvent;

    /// <summary>A case that had become part of this one stands on its own again.</summary>
    /// <param name="Activities">What was added here since and goes with it.</param>
    public sealed record Unmerged(CaseId Case, ImmutableArray<MovedActivity> Activities) : CaseEvent;

    /// <summary>This case is again what it was before it became part of another.</summary>
    /// <param name="As">The case as it was, with what was done since on its activities.</param>
    public sealed record Restored(CaseId From, Case As, ImmutableArray<MovedActivity> Activities) : CaseEvent;

    /// <summary>These cases are its children from now on.</summary>
    public sealed record ChildrenAdded(ImmutableArray<CaseId> Cases) : CaseEvent;

    /// <summary>These cases are its children no more.</summary>
    public sealed record ChildrenRemoved(ImmutableArray<CaseId> Cases) : CaseEvent;

    /// <summary>The case belongs under another one, or stands on its own where <paramref name="To"/> is null.</summary>
    public sealed record ParentChanged(CaseId? From, CaseId? To) : CaseEvent;
}

/// <summary>What a case brought along when it became part of another: enough to let it go again.</summary>
/// <param name="Open">Its activities that were still to be done.</param>
/// <param name="Minutes">What its activities took, those completed since included.</param>
public sealed record MergedCase(
    CaseId Id,
    string Ticket,
    DateTimeOffset At,
    ImmutableArray<OpenActivity> Open,
    ImmutableArray<ActivityKind> Done,
    int Minutes,
    ImmutableArray<CaseId> Children
);

/// <summary>An activity that goes from one case to another.</summary>
/// <param name="Open">What is still to be done; null where it is closed.</param>
/// <param name="Minutes">How long it took; 0 where it is open.</param>
public sealed record MovedActivity(Guid Id, ActivityKind Kind, OpenActivity? Open, int Minutes);
