using System.CommandLine;
using CaseFlow.Engine.Logs.Maps;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.EventLogs;

namespace CaseFlow.Host.CommandLine;

/// <summary>A log and its map, as the verbs that take them read them.</summary>
internal sealed record LogInput(LogReadResult.Read Content, LogMap Map)
{
    public static Option<string?> MapOption() =>
        new("--map")
        {
            Description = "A YAML file that tells which columns of the log are which, and what its words mean.",
            HelpName = "FILE",
        };

    /// <summary>Files that are named and are not there.</summary>
    public static ImmutableArray<string> Missing(params ReadOnlySpan<string?> files)
    {
        ImmutableArray<string> missing = [];
        foreach (var file in files)
        {
            if (file is not null && !File.Exists(file))
            {
                missing = missing.Add($"There is no file '{file}'.");
            }
        }

        return missing;
    }

    /// <summary>The log, or what is wrong with it or with its map.</summary>
    /// <param name="process">The process that the map must fit; null where there is none yet.</param>
    public static async Task<(LogInput? Input, ImmutableArray<string> Errors)> Read(
        string path,
        string? mapPath,
        CaseProcess? process,
        CancellationToken cancellation
    )
    {
        var map = LogMap.None;
        if (mapPath is not null)
        {
            switch (LogMapReader.Read(mapPath, await File.ReadAllTextAsync(mapPath, cancellation)))
            {
                case LogMapResult.Ready(var read) when process is null || read.ProblemsWith(process) is []:
                    map = read;
                    break;
                case LogMapResult.Ready(var read):
                    return (null, Lines(read.ProblemsWith(process!)));
                case LogMapResult.Broken(var problems):
                    return (null, Lines(problems));
            }
        }

        try
        {
            return await LogReader.Read(path, map, cancellation) switch
            {
                LogReadResult.Read read => (new LogInput(read, map), []),
                LogReadResult.Unreadable(var why) => (null, why),
                _ => throw new InvalidOperationException(),
            };
        }
        catch (InvalidDataException broken)
        {
            return (null, [$"'{path}' cannot be unpacked: {broken.Message}"]);
        }
    }

    private static ImmutableArray<string> Lines(ImmutableArray<Problem> problems) =>
        [.. problems.Select(problem => problem.ToString())];
}
