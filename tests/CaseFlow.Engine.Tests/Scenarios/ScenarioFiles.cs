using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Scenarios;

namespace CaseFlow.Engine.Tests.Scenarios;

/// <summary>The shipped processes and their scenarios, by the key of the process.</summary>
internal static class ScenarioFiles
{
    private static readonly string folder = Repository.PathTo("workflows");

    public static ImmutableArray<string> Keys { get; } =
    [
        .. Directory
            .EnumerateFiles(folder, $"*{ScenarioReader.FileEnding}", SearchOption.AllDirectories)
            .Select(path => Path.GetFileName(path)[..^ScenarioReader.FileEnding.Length])
            .Order(StringComparer.Ordinal),
    ];

    private static readonly ImmutableDictionary<string, CaseProcess> processes = Keys.ToImmutableDictionary(
        key => key,
        ReadProcess
    );

    public static CaseProcess Process(string key) => processes[key];

    public static string Text(string key) =>
        File.ReadAllText(Path.Combine(folder, key, key + ScenarioReader.FileEnding));

    public static ScenarioReadResult Read(string key) =>
        ScenarioReader.Read(key + ScenarioReader.FileEnding, Text(key), Process(key));

    private static CaseProcess ReadProcess(string key)
    {
        var file = key + ProcessReader.FileEnding;
        return ProcessReader.Read(file, File.ReadAllText(Path.Combine(folder, key, file))) switch
        {
            ReadResult.Ready(var process) => process,
            ReadResult.Broken(var problems) => throw new InvalidOperationException(string.Join('\n', problems)),
            _ => throw new InvalidOperationException(),
        };
    }
}
