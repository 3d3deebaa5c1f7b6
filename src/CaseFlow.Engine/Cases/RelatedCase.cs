using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Cases;

/// <summary>Another case that a command is about, as it is now.</summary>
/// <param name="Process">The version that decides about it.</param>
/// <param name="Told">What its own conditions need to know.</param>
/// <param name="BeforeMerge">As it was before it became part of another; null where it did not, or nobody asks.</param>
public sealed record RelatedCase(Case Case, CaseProcess Process, CaseFacts Told, Case? BeforeMerge = null);

/// <summary>What a command does to another case than the one it was asked of.</summary>
public sealed record AlongEvents(CaseId Case, ImmutableArray<CaseEvent> Events);
