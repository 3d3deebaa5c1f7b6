using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Scenarios;

namespace CaseFlow.Host.CommandLine;

/// <summary>The scenarios that stand beside a definition: <c>repair.scenarios.yaml</c> beside <c>repair.process.yaml</c>.</summary>
internal static class ScenarioFile
{
    /// <summary>Where the scenarios of this definition are, or null where it has none.</summary>
    public static string? Beside(string definition) =>
        Other(definition, ProcessReader.FileEnding, ScenarioReader.FileEnding) is { } path && File.Exists(path)
            ? path
            : null;

    /// <summary>Where the definition of these scenarios belongs, or null where the path is no file of scenarios.</summary>
    public static string? DefinitionOf(string scenarios) =>
        Other(scenarios, ScenarioReader.FileEnding, ProcessReader.FileEnding);

    /// <summary>Runs it. Whatever is wrong names the file by its whole path, so that editors find it.</summary>
    public static async Task<ScenarioCheck> Check(string path, CaseProcess process, CancellationToken cancellation)
    {
        var text = await File.ReadAllTextAsync(path, cancellation);
        var check = ScenarioCheck.Of(Path.GetFileName(path), text, process);
        return new ScenarioCheck(
            [
                .. check.Runs.Select(run =>
                    run with
                    {
                        Failures = [.. run.Failures.Select(failure => At(path, failure))],
                    }
                ),
            ],
            [.. check.Mistakes.Select(mistake => mistake with { File = path })]
        );
    }

    private static ScenarioFailure At(string path, ScenarioFailure failure) =>
        failure with
        {
            Place = failure.Place with { File = path },
        };

    private static string? Other(string path, string ending, string other) =>
        path.EndsWith(ending, StringComparison.Ordinal) ? path[..^ending.Length] + other : null;
}
