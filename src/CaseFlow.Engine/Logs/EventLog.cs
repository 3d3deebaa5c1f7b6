namespace CaseFlow.Engine.Logs;

/// <summary>What another system wrote down about its cases: which status each came to, when, and by whom.</summary>
public sealed record EventLog(ImmutableArray<LoggedCase> Cases)
{
    public int EventCount => Cases.Sum(one => one.Events.Length);
}

/// <summary>One case of a log.</summary>
/// <param name="Id">What the other system calls it.</param>
/// <param name="Events">In the order of their times; what has the same time keeps the order of the log.</param>
public sealed record LoggedCase(string Id, ImmutableArray<LoggedEvent> Events);

/// <summary>One line of a log: the case came to a status.</summary>
/// <param name="Status">As the log writes it. Where several columns make the status, their parts stand joined with <c>/</c>.</param>
/// <param name="By">Who did it; empty where the log does not say.</param>
public sealed record LoggedEvent(string Status, DateTimeOffset At, string By)
{
    /// <summary>The queue that the case waits in, as the log writes it; null where it does not say.</summary>
    public string? Queue { get; init; }

    /// <summary>Fields of the process, by key, as the log writes their values.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Fields { get; init; } = [];

    /// <summary>Where it stands in the file, from 1; 0 where there is no file.</summary>
    public int Line { get; init; }
}
