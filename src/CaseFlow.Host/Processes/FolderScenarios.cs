using System.Collections.Concurrent;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Scenarios;

namespace CaseFlow.Host.Processes;

/// <summary>
/// Runs the scenarios that stand in the folder, each file with the definition beside it, and keeps how they went. They
/// hold no saved definition back: a hot fix must not wait for its tests.
/// </summary>
internal sealed partial class FolderScenarios(ProcessCatalog catalog, ILogger<FolderScenarios> logger)
{
    private readonly ConcurrentDictionary<string, Outcome> outcomes = new(StringComparer.Ordinal);

    /// <summary>What is wrong with the scenarios of the versions that run now.</summary>
    public IEnumerable<Problem> Problems =>
        catalog.All.Values.SelectMany(version => Of(version.Process)?.Problems ?? []);

    /// <summary>How its scenarios went; null where it has none, or is not what stands in the folder.</summary>
    public Outcome? Of(CaseProcess process) =>
        outcomes.GetValueOrDefault(process.Key) is { } outcome && outcome.Hash == process.Hash ? outcome : null;

    /// <summary>The text of the scenarios of a process as they stand in the folder; null where it has none there.</summary>
    public string? TextOf(string key) => outcomes.GetValueOrDefault(key)?.Text;

    /// <param name="path">Where its scenarios are, if it has some.</param>
    public async Task Run(CaseProcess process, string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            Forget(process.Key);
            return;
        }

        var text = await File.ReadAllTextAsync(path, cancellation);
        var check = ScenarioCheck.Of(Path.GetFileName(path), text, process);
        outcomes[process.Key] = new Outcome(process.Hash, text, check.Passed, check.Failed, check.Problems);
        foreach (var problem in check.Problems)
        {
            LogProblem(problem.ToString());
        }
    }

    public void Forget(string key) => outcomes.TryRemove(key, out _);

    /// <summary>How the scenarios of a version went.</summary>
    /// <param name="Hash">Of the version.</param>
    internal sealed record Outcome(string Hash, string Text, int Passed, int Failed, ImmutableArray<Problem> Problems);

    [LoggerMessage(LogLevel.Warning, "{Problem}")]
    private partial void LogProblem(string problem);
}
