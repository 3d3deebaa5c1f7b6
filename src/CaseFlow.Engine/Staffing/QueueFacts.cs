namespace CaseFlow.Engine.Staffing;

/// <summary>A queue as it was when a case came to it: given to the decision as values and kept with it.</summary>
/// <param name="Waiting">How many cases waited in it.</param>
/// <param name="People">Who works there; empty where people pick for themselves.</param>
/// <param name="Round">How many cases the queue had given to people.</param>
public sealed record QueueFacts(string Queue, int Waiting, ImmutableArray<MemberFacts> People, long Round = 0);

/// <summary>Somebody who works in a queue, as he stood when a case came.</summary>
/// <param name="Load">How many cases he worked on, in whatever queue.</param>
/// <param name="Capacity">How many he can work on; null where nothing limits him but the queue.</param>
/// <param name="Turn">The number of the last case that the queue gave him; 0 where it gave him none.</param>
/// <param name="Lacks">The skills that the queue needs and he has not; null for none.</param>
/// <param name="Inactive">His account is deactivated; null where it is not.</param>
public sealed record MemberFacts(
    string User,
    Presence Presence,
    int Load,
    int? Capacity,
    long Turn,
    ImmutableArray<string>? Lacks = null,
    bool? Inactive = null
);
