using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Scenarios;

namespace CaseFlow.Host.CommandLine;

/// <summary>A definition whose scenarios were run, and what came of that.</summary>
/// <param name="ScenarioPath">Null where it has no scenarios.</param>
/// <param name="Mistakes">What keeps the scenarios from running: those of the definition, or of their own file.</param>
/// <param name="Coverage">Null where nothing could be run.</param>
internal sealed record TestedProcess(
    string Path,
    string? ScenarioPath,
    ImmutableArray<Problem> Mistakes,
    ImmutableArray<ScenarioRun> Runs,
    ScenarioCoverage? Coverage
)
{
    public string Key =>
        System.IO.Path.GetFileName(Path) is var name
        && name.EndsWith(ProcessReader.FileEnding, StringComparison.Ordinal)
            ? name[..^ProcessReader.FileEnding.Length]
            : name;

    public int Failed => Runs.Count(run => !run.Passed);

    public string Result =>
        !Mistakes.IsEmpty ? "broken"
        : Failed > 0 ? "failed"
        : ScenarioPath is null ? "no-scenarios"
        : "passed";

    public bool IsGood => Result is "passed" or "no-scenarios";

    public static async Task<TestedProcess> Test(string path, CancellationToken cancellation)
    {
        var scenarios = ScenarioFile.Beside(path);
        if (!File.Exists(path))
        {
            return new TestedProcess(path, scenarios, [Alone(path)], [], null);
        }

        var read = (await DefinitionFile.Load(path, cancellation)).Read();
        if (read is ReadResult.Broken(var problems))
        {
            return new TestedProcess(path, scenarios, problems, [], null);
        }

        if (scenarios is null)
        {
            return new TestedProcess(path, null, [], [], null);
        }

        var process = ((ReadResult.Ready)read).Process;
        var check = await ScenarioFile.Check(scenarios, process, cancellation);
        var coverage = check.Mistakes.IsEmpty ? ScenarioCoverage.Of(process, check.Runs) : null;
        return new TestedProcess(path, scenarios, check.Mistakes, check.Runs, coverage);
    }

    // Nobody would notice that such scenarios never run.
    private static Problem Alone(string path) =>
        new(
            ScenarioFile.Beside(path) ?? path,
            1,
            1,
            ProblemCodes.WrongFileName,
            $"there is no file '{System.IO.Path.GetFileName(path)}' beside these scenarios"
        );
}
