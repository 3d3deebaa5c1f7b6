using System.Globalization;
using CaseFlow.Engine.Logs;
using CaseFlow.Engine.Logs.Maps;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.EventLogs;

namespace CaseFlow.Host.Tests.EventLogs;

/// <summary>The two real logs, and our definitions and maps for them.</summary>
internal static class LogFiles
{
    public static string Definition(string name) =>
        Repository.PathTo("tests", "CaseFlow.Host.Tests", "EventLogs", "Definitions", name);

    public static string Helpdesk => Path.Combine(SharedData.Folder("helpdesk-italian"), "helpdesk-italian.csv.gz");

    public static string Problems =>
        Path.Combine(SharedData.Folder("bpi2013-closed-problems"), "bpi2013-closed-problems.csv.gz");

    public static LogMap Map(string name) =>
        Assert.IsType<LogMapResult.Ready>(LogMapReader.Read(name, File.ReadAllText(Definition(name)))).Map;

    public static async Task<LogReadResult.Read> Read(string log, LogMap map) =>
        Assert.IsType<LogReadResult.Read>(await LogReader.Read(log, map, TestContext.Current.CancellationToken));

    public static CaseProcess Process(string key, string yaml) =>
        ProcessReader.Read($"{key}.process.yaml", yaml) switch
        {
            ReadResult.Ready(var process) => process,
            ReadResult.Broken(var problems) => throw new InvalidOperationException(string.Join('\n', problems)),
            _ => throw new InvalidOperationException(),
        };

    /// <summary>The definition with a queue for every team of the log, so that no list of theirs is kept here.</summary>
    public static string WithQueuesOf(EventLog log, string yaml)
    {
        var teams = log
            .Cases.SelectMany(one => one.Events)
            .Select(happened => happened.Queue!)
            .Distinct(StringComparer.Ordinal)
            .Select(
                (team, index) => string.Create(CultureInfo.InvariantCulture, $"  team-{index}: {{ title: \"{team}\" }}")
            );
        return $"{yaml}\nqueues:\n{string.Join('\n', teams)}\n";
    }
}
