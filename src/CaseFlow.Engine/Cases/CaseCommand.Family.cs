namespace CaseFlow.Engine.Cases;

public abstract partial record CaseCommand
{
    /// <summary>Asked of the case that survives.</summary>
    /// <param name="Cases">What becomes part of it.</param>
    /// <param name="Choose">By field: the case whose value the survivor takes; its own where none is named.</param>
    public sealed record Merge(ImmutableArray<CaseId> Cases, ImmutableSortedDictionary<string, CaseId> Choose)
        : CaseCommand;

    /// <summary>Asked of the survivor: the other case is what it was before the merge.</summary>
    /// <param name="Case">The case to let go; null where only one is part of it.</param>
    /// <param name="Activities">Of those added to the survivor since: which go along.</param>
    public sealed record Unmerge(CaseId? Case, ImmutableArray<Guid> Activities) : CaseCommand;

    /// <summary>Asked of the parent: these cases become its children.</summary>
    public sealed record AddChildren(ImmutableArray<CaseId> Cases) : CaseCommand;

    /// <summary>Asked of the parent: this case stands on its own again.</summary>
    public sealed record RemoveChild(CaseId Case) : CaseCommand;
}
