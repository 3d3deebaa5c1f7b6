using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Scenarios;

/// <summary>A file of scenarios, read and run in one go: how many pass, and everything that is wrong.</summary>
/// <param name="Runs">In the order of the file; none where it cannot be read.</param>
/// <param name="Mistakes">Why it cannot be read; empty where it can.</param>
public sealed record ScenarioCheck(ImmutableArray<ScenarioRun> Runs, ImmutableArray<Problem> Mistakes)
{
    public int Passed => Runs.Count(run => run.Passed);

    public int Failed => Runs.Length - Passed;

    /// <summary>The mistakes of a file that cannot be read, or else what was not as its scenarios say.</summary>
    public ImmutableArray<Problem> Problems =>
        [.. Mistakes, .. Runs.SelectMany(run => run.Failures).Select(failure => failure.ToProblem())];

    /// <param name="file">The name of the file, for problems; it begins with the key of the process.</param>
    public static ScenarioCheck Of(string file, string text, CaseProcess process) =>
        ScenarioReader.Read(file, text, process) switch
        {
            ScenarioReadResult.Ready(var scenarios) => new(
                [.. scenarios.Select(scenario => ScenarioRunner.Run(process, scenario))],
                []
            ),
            ScenarioReadResult.Broken(var mistakes) => new([], mistakes),
            _ => throw new InvalidOperationException(),
        };
}
