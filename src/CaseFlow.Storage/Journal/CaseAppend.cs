using CaseFlow.Engine.Cases;

namespace CaseFlow.Storage;

/// <summary>
/// What one command adds to one case: its events, the answer to keep, or both. The case is folded once, here, so that
/// an answer can show it: <c>append with { Answer = ... }</c>.
/// </summary>
public sealed record CaseAppend
{
    /// <param name="before">The case that the events were decided on; null where they open it.</param>
    public CaseAppend(StoredCase? before, ImmutableArray<CaseEvent> events)
    {
        Before = before;
        Events = events;
        After = events.Aggregate(before?.Case, CaseHistory.Evolve);
    }

    public StoredCase? Before { get; }

    /// <summary>None where a command was refused, or changed nothing, and only its answer is kept.</summary>
    public ImmutableArray<CaseEvent> Events { get; }

    /// <summary>The case as it will be; null where there is none and none is opened.</summary>
    public Case? After { get; }

    public KeptAnswer? Answer { get; init; }

    /// <summary>What the same command does to other cases, each once: all of it is written together, or nothing.</summary>
    public ImmutableArray<CaseAppend> Along { get; init; } = [];
}
