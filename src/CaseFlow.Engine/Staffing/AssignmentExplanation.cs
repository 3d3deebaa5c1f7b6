namespace CaseFlow.Engine.Staffing;

/// <summary>Why a case went to this person, or to nobody.</summary>
/// <param name="Worker">Null where nobody could take it.</param>
/// <param name="Decided">What decided between those who could, in words.</param>
public sealed record AssignmentExplanation(
    string Strategy,
    string? Worker,
    ImmutableArray<Candidate> Candidates,
    string Decided
);

/// <summary>Somebody who came into question.</summary>
/// <param name="Load">How many cases he worked on.</param>
/// <param name="Limit">How many he could work on; null for no limit.</param>
/// <param name="Turn">The number of the last case that the queue gave him; 0 where it gave him none.</param>
/// <param name="Excluded">Why he could not take it, such as <c>is away</c>; null where he could.</param>
public sealed record Candidate(string User, int Load, int? Limit, long Turn, string? Excluded);
