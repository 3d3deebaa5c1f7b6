namespace CaseFlow.Engine.Logs;

/// <summary>How far a process and a log agree.</summary>
public sealed record ReplayResult
{
    /// <summary>The verdict of every event, case by case in the order of the log.</summary>
    public required ImmutableArray<EventVerdict> Verdicts { get; init; }

    public required int Cases { get; init; }

    public int Events => Verdicts.Length;

    /// <summary>Cases of which no event was refused.</summary>
    public required int ConformingCases { get; init; }

    public required int ConformingEvents { get; init; }

    /// <summary>The share of the events that the process allows; 1 for an empty log, which nothing speaks against.</summary>
    public double Fitness => Events == 0 ? 1 : (double)ConformingEvents / Events;

    /// <summary>What was refused, by transition, the most frequent first.</summary>
    public required ImmutableArray<RefusedMove> Refusals { get; init; }

    /// <summary>Where the cases stand at the end, the most frequent first.</summary>
    public required ImmutableArray<FinalStatus> FinalStatuses { get; init; }

    /// <summary>How often the log moves an active case to another queue, beside its events.</summary>
    public required int QueueMoves { get; init; }

    public required int AcceptedQueueMoves { get; init; }

    /// <summary>Queues that the process refused, by name, the most frequent first.</summary>
    public required ImmutableArray<RefusedQueue> RefusedQueues { get; init; }
}

/// <summary>What the engine said to one event of a log.</summary>
/// <param name="From">The status before; null where the case did not exist yet.</param>
/// <param name="To">The status that the event leads to; the log's own word where the process has no such status.</param>
/// <param name="Command">What the engine was asked, such as <c>resolve</c>.</param>
/// <param name="Code">Why it was refused; null where it was not.</param>
/// <param name="Status">The status after; null where the case still does not exist.</param>
public sealed record EventVerdict(
    string Case,
    LoggedEvent Event,
    string? From,
    string To,
    string Command,
    string? Code,
    string? Status
)
{
    public bool Accepted => Code is null;
}

/// <summary>A move that was refused, and how often.</summary>
/// <param name="From">Null where a case should have started.</param>
/// <param name="Example">What the engine said the first time, and of which case.</param>
public sealed record RefusedMove(string? From, string To, string Code, int Count, string Example, string ExampleCase);

/// <summary>How many cases stand in a status at the end of the log.</summary>
/// <param name="Status">Null for cases that never came to be.</param>
public sealed record FinalStatus(string? Status, int Cases);

/// <summary>A queue of the log that the process refused, and how often.</summary>
public sealed record RefusedQueue(string Queue, string Code, int Count);
