using System.Collections.Concurrent;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Scenarios;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Processes;

/// <summary>
/// Watches the folder of definitions: a saved file that is valid becomes the newest version within a second, and its
/// scenarios are run; one that is not changes nothing and shows its problems.
/// </summary>
internal sealed partial class ProcessFolder(
    ProcessPublisher publisher,
    DefinitionsInUse inUse,
    FolderScenarios scenarios,
    IDbContextFactory<CaseFlowDb> databases,
    IOptions<ProcessOptions> options,
    TimeProvider time,
    ILogger<ProcessFolder> logger
)
    : WatchedFolder(
        new SavedFiles(options.Value.Folder, CalendarFiles.Ending, ProcessReader.FileEnding, ScenarioReader.FileEnding),
        time,
        logger
    )
{
    private readonly ConcurrentDictionary<string, ImmutableArray<Problem>> problems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CaseProcess> lastValid = new(StringComparer.Ordinal);

    /// <summary>What is wrong with the files as they are saved now, by file.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<Problem>> Problems =>
        problems.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Publishes what changed in the folder while the host was down. The host does so before it serves.</summary>
    public async Task Catch(CancellationToken cancellation)
    {
        var lastSaved = await LastSaved(cancellation);
        foreach (var path in Files.All().Where(IsDefinition))
        {
            var text = await File.ReadAllTextAsync(path, cancellation);
            var beside = await CalendarFiles.Beside(path, cancellation);

            // A version published through the API since then stays: the file has not been touched.
            if (
                ProcessReader.Read(Path.GetFileName(path), text, beside) is ReadResult.Ready(var process)
                && lastSaved.GetValueOrDefault(process.Key) == process.Hash
            )
            {
                lastValid[path] = process;
            }
            else
            {
                await Publish(path, cancellation);
            }

            await RunScenarios(path, cancellation);
        }
    }

    protected override async Task Take(SavedFiles.Changes changes, CancellationToken cancellation)
    {
        foreach (var path in changes.Gone)
        {
            Forget(path);
        }

        ImmutableArray<string> saved = [.. changes.Saved.SelectMany(ConcernedBy).Distinct(StringComparer.Ordinal)];
        foreach (var path in saved.Where(IsDefinition))
        {
            await Publish(path, cancellation);
        }

        foreach (var path in saved.Select(DefinitionOf).Distinct(StringComparer.Ordinal))
        {
            await RunScenarios(path, cancellation);
        }
    }

    // A file of holidays belongs to each definition beside it that names it.
    private IEnumerable<string> ConcernedBy(string path) =>
        path.EndsWith(CalendarFiles.Ending, StringComparison.Ordinal)
            ? Files.Known.Where(other =>
                IsDefinition(other) && Path.GetDirectoryName(other) == Path.GetDirectoryName(path)
            )
            : [path];

    private void Forget(string path)
    {
        if (path.EndsWith(CalendarFiles.Ending, StringComparison.Ordinal))
        {
            return; // the version that was read with it goes on
        }

        scenarios.Forget(KeyOf(DefinitionOf(path)));
        if (IsDefinition(path))
        {
            lastValid.Remove(path);
            problems.TryRemove(Path.GetFileName(path), out _);
        }
    }

    private async Task Publish(string path, CancellationToken cancellation)
    {
        var file = Path.GetFileName(path);
        var text = await File.ReadAllTextAsync(path, cancellation);
        var read = ProcessReader.Read(file, text, await CalendarFiles.Beside(path, cancellation));
        var found = read switch
        {
            ReadResult.Broken(var broken) => broken,
            ReadResult.Ready(var ready) => await inUse.LeftOut(ready, file, cancellation),
            _ => throw new InvalidOperationException(),
        };
        if (!found.IsEmpty)
        {
            problems[file] = found;
            foreach (var problem in found)
            {
                LogProblem(problem.ToString());
            }

            return;
        }

        var process = ((ReadResult.Ready)read).Process;
        var (version, isNew) = await publisher.Publish(process, Publisher, cancellation);
        lastValid[path] = version.Process;
        problems.TryRemove(file, out _);
        if (isNew)
        {
            LogPublished(version.Process.Key, version.Number, version.Process.Hash);
        }
    }

    /// <param name="path">Of the definition; while it is broken, its scenarios run with the version that goes on.</param>
    private async Task RunScenarios(string path, CancellationToken cancellation)
    {
        var file = path[..^ProcessReader.FileEnding.Length] + ScenarioReader.FileEnding;

        // Half saved ones would fail for nothing; they run when they are whole.
        if (lastValid.TryGetValue(path, out var process) && !Files.IsBeingSaved(file))
        {
            await scenarios.Run(process, file, cancellation);
        }
    }

    private async Task<Dictionary<string, string>> LastSaved(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db
            .ProcessVersions.AsNoTracking()
            .Where(version => version.PublishedBy == Publisher)
            .GroupBy(version => version.Process)
            .Select(versions => versions.OrderByDescending(version => version.Number).First())
            .ToDictionaryAsync(
                version => version.Process,
                version => version.Hash,
                StringComparer.Ordinal,
                cancellation
            );
    }

    private static bool IsDefinition(string path) => path.EndsWith(ProcessReader.FileEnding, StringComparison.Ordinal);

    private static string DefinitionOf(string path) =>
        IsDefinition(path) ? path : path[..^ScenarioReader.FileEnding.Length] + ProcessReader.FileEnding;

    private static string KeyOf(string definition) => Path.GetFileName(definition)[..^ProcessReader.FileEnding.Length];

    [LoggerMessage(LogLevel.Information, "Published {Process} version {Number} ({Hash})")]
    private partial void LogPublished(string process, int number, string hash);

    [LoggerMessage(LogLevel.Error, "{Problem}")]
    private partial void LogProblem(string problem);
}
