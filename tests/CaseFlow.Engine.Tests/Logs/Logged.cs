using CaseFlow.Engine.Logs;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Tests.Logs;

/// <summary>How tests write logs and the processes that they run through.</summary>
internal static class Logged
{
    public static readonly DateTimeOffset Monday9 = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public const string Repair = """
        process: repair
        title: Repair
        statuses:
          active:
            new:     { title: New, initial: true }
            working: { title: Working }
            waiting: { title: Waiting for parts }
          resolved:
            repaired: { title: Repaired }
            paid:     { title: Paid }
          cancelled:
            scrapped: { title: Scrapped }
            merged:   { title: Merged }
        transitions:
          - { from: new, to: [working, scrapped, merged] }
          - { from: working, to: [waiting, repaired, scrapped] }
          - { from: waiting, to: working }
          - { from: working, to: same }
          - { from: repaired, to: [paid, working] }
          - { from: scrapped, to: new }
        queues:
          bench:    { title: Work bench }
          delivery: { title: Delivery }
        """;

    public static CaseProcess Read(string key, string yaml) =>
        ProcessReader.Read($"{key}.process.yaml", yaml) switch
        {
            ReadResult.Ready(var process) => process,
            ReadResult.Broken(var problems) => throw new InvalidOperationException(string.Join('\n', problems)),
            _ => throw new InvalidOperationException(),
        };

    /// <summary>A log with a case for each text; a text names the statuses of its events, an hour apart.</summary>
    public static EventLog Log(params string[] cases) =>
        new([.. cases.Select((statuses, index) => Case($"C{index + 1}", statuses.Split(", ")))]);

    public static LoggedCase Case(string id, params IEnumerable<string> statuses) =>
        new(id, [.. statuses.Select((status, hour) => new LoggedEvent(status, Monday9.AddHours(hour), "ann"))]);

    /// <summary>Runs the log through the process of repairs.</summary>
    public static ReplayResult Replay(EventLog log) => Replay(Read("repair", Repair), log);

    public static ReplayResult Replay(CaseProcess process, EventLog log) =>
        LogReplay.Run(process, log, new LogVocabulary(process));
}
