using System.Collections.Frozen;

namespace CaseFlow.Engine.Logs.Discovering;

/// <summary>How often a log has each status and each move from one to the next.</summary>
internal sealed class LogCounts
{
    private readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);
    private readonly List<CountedStatus> statuses = [];
    private readonly Dictionary<(int From, int To), int> moves = [];
    private readonly FrozenDictionary<string, string> mapped;

    /// <param name="mapped">Keys by words, cleaned.</param>
    public LogCounts(EventLog log, FrozenDictionary<string, string> mapped)
    {
        this.mapped = mapped;
        var queues = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var logged in log.Cases)
        {
            Count(logged);
            foreach (var queue in logged.Events.Select(one => LogText.Clean(one.Queue ?? "")).Where(name => name != ""))
            {
                queues[queue] = queues.GetValueOrDefault(queue) + 1;
            }
        }

        var keys = new UniqueKeys("status", mapped.Values);
        foreach (var status in statuses)
        {
            status.Key = mapped.GetValueOrDefault(status.Title) ?? keys.For(status.Title);
        }

        Cases = log.Cases.Count(one => !one.Events.IsEmpty);
        Events = statuses.Sum(status => status.Events);
        var times = log.Cases.SelectMany(one => one.Events).Select(one => one.At).ToList();
        (First, Last) = (times.Min(), times.Max());
        var queueKeys = new UniqueKeys("queue", []);
        Queues =
        [
            .. queues
                .OrderByDescending(queue => queue.Value)
                .ThenBy(queue => queue.Key, StringComparer.Ordinal)
                .Select(queue => new CountedQueue(queueKeys.For(queue.Key), queue.Key, queue.Value)),
        ];
    }

    public int Cases { get; }

    public int Events { get; }

    public DateTimeOffset First { get; }

    public DateTimeOffset Last { get; }

    /// <summary>In the order in which the log first has them; moves name them by their places here.</summary>
    public ImmutableArray<CountedStatus> Statuses => [.. statuses];

    public IReadOnlyDictionary<(int From, int To), int> Moves => moves;

    /// <summary>The most frequent first.</summary>
    public ImmutableArray<CountedQueue> Queues { get; }

    private void Count(LoggedCase logged)
    {
        var before = -1;
        for (var position = 0; position < logged.Events.Length; position++)
        {
            var here = IndexOf(logged.Events[position].Status);
            var status = statuses[here];
            status.Events++;
            status.Positions += position;
            if (before < 0)
            {
                status.Starts++;
            }
            else
            {
                moves[(before, here)] = moves.GetValueOrDefault((before, here)) + 1;
            }

            before = here;
        }

        if (before >= 0)
        {
            statuses[before].Ends++;
        }
    }

    // Words that the map gives one key are one status; it is called by the first of them.
    private int IndexOf(string word)
    {
        var clean = LogText.Clean(word);
        var name = mapped.TryGetValue(clean, out var key) ? $"={key}" : $"'{clean}";
        if (!indexes.TryGetValue(name, out var index))
        {
            index = indexes[name] = statuses.Count;
            statuses.Add(new CountedStatus(clean));
        }

        return index;
    }
}

/// <summary>A status of the log, counted.</summary>
internal sealed class CountedStatus(string title)
{
    public string Title { get; } = title;

    public string Key { get; set; } = "";

    public int Events { get; set; }

    /// <summary>How many cases begin here.</summary>
    public int Starts { get; set; }

    /// <summary>How many cases have their last event here.</summary>
    public int Ends { get; set; }

    /// <summary>The places that its events have in their cases, added up.</summary>
    public long Positions { get; set; }

    public double MeanPosition => (double)Positions / Events;
}

/// <summary>A queue of the log, counted.</summary>
internal sealed record CountedQueue(string Key, string Title, int Events);
