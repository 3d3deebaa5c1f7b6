using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Scenarios;

namespace CaseFlow.Host.Processes;

/// <summary>A definition that is to be published, and its scenarios where they come along: both are checked together.</summary>
/// <param name="File">The definition's name, which problems are told by.</param>
/// <param name="Scenarios">Null where none come along.</param>
/// <param name="Files">The texts of the files beside it, by name.</param>
internal sealed record Draft(
    string File,
    string Source,
    string? Scenarios,
    ImmutableSortedDictionary<string, string> Files
)
{
    private const string KeyWord = "process:";

    /// <summary>A draft without a file is called by the key in its text; the reader says what is wrong where there is none.</summary>
    public static Draft Of(
        string source,
        string? scenarios = null,
        ImmutableSortedDictionary<string, string>? files = null
    ) => new(KeyIn(source) + ProcessReader.FileEnding, source, scenarios, files ?? ProcessReader.NoFiles);

    public DraftCheck Check() =>
        ProcessReader.Read(File, Source, Files) switch
        {
            ReadResult.Broken(var problems) => new DraftCheck.Broken(problems),
            ReadResult.Ready(var process) => CheckScenarios(process) is { IsEmpty: false } failures
                ? new DraftCheck.ScenariosFailed(failures)
                : new DraftCheck.Ready(process),
            _ => throw new InvalidOperationException(),
        };

    private ImmutableArray<Problem> CheckScenarios(CaseProcess process) =>
        Scenarios is null ? [] : ScenarioCheck.Of(process.Key + ScenarioReader.FileEnding, Scenarios, process).Problems;

    private static string KeyIn(string source)
    {
        foreach (var line in source.AsSpan().EnumerateLines())
        {
            if (line.StartsWith(KeyWord, StringComparison.Ordinal))
            {
                return line[KeyWord.Length..].Trim().ToString();
            }
        }

        return "process";
    }
}

/// <summary>Whether a draft may be published.</summary>
internal abstract record DraftCheck
{
    private DraftCheck() { }

    public sealed record Ready(CaseProcess Process) : DraftCheck;

    public sealed record Broken(ImmutableArray<Problem> Problems) : DraftCheck;

    /// <summary>The definition is fine, and its scenarios fail or cannot be read.</summary>
    public sealed record ScenariosFailed(ImmutableArray<Problem> Problems) : DraftCheck;
}
