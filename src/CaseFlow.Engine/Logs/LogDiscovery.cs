using CaseFlow.Engine.Logs.Discovering;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Logs;

/// <summary>
/// Drafts a process definition from a log: its statuses, where cases start and how they close, and the moves between
/// them. With a threshold of 0 the draft allows everything that happened, and nothing else.
/// </summary>
public static class LogDiscovery
{
    public static DiscoveryResult Discover(EventLog log, DiscoveryOptions options)
    {
        if (log.EventCount == 0)
        {
            return new DiscoveryResult.Impossible("The log has no events, so there is nothing to draft from.");
        }

        var counts = new LogCounts(log, LogVocabulary.Cleaned(options.Statuses));
        var states = new StateGuess(counts).Guess();
        var chosen = new MoveChoice(counts, states, options.Threshold).Choose();
        var yaml = new DraftWriter(counts, states, chosen, options).Write();

        return ProcessReader.Read(options.Key + ProcessReader.FileEnding, yaml) switch
        {
            ReadResult.Ready(var process) => new DiscoveryResult.Drafted(
                yaml,
                process,
                counts.Statuses.Length,
                counts.Moves.Count,
                chosen.Moves.Count,
                Math.Min(counts.Queues.Length, DraftWriter.MostQueues)
            ),
            ReadResult.Broken(var problems) => new DiscoveryResult.Impossible(
                $"The log makes no definition that can be read: {problems[0].Message}. "
                    + "Map what it calls statuses to fewer ones."
            ),
            _ => throw new InvalidOperationException(),
        };
    }
}

/// <summary>How a draft is made.</summary>
/// <param name="Key">The key of the process.</param>
public sealed record DiscoveryOptions(string Key)
{
    /// <summary>
    /// Leaves out moves that make less than this share of the moves out of their status, from 0 to 1; a move that some
    /// status cannot do without stays.
    /// </summary>
    public double Threshold { get; init; }

    /// <summary>Keys of statuses, by the words of the log that they stand for; other words get keys of their own.</summary>
    public IEnumerable<KeyValuePair<string, string>> Statuses { get; init; } = [];
}

/// <summary>What came of drafting.</summary>
public abstract record DiscoveryResult
{
    private DiscoveryResult() { }

    /// <param name="Moves">How many different moves the log has, from a status to a status.</param>
    /// <param name="KeptMoves">How many of them the draft allows.</param>
    public sealed record Drafted(string Yaml, CaseProcess Process, int Statuses, int Moves, int KeptMoves, int Queues)
        : DiscoveryResult;

    public sealed record Impossible(string Why) : DiscoveryResult;
}
