using System.Collections.Concurrent;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.Processes;
using CaseFlow.Storage;
using CaseFlow.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Workflows;

/// <summary>
/// Watches the workflows in the folder of definitions: a saved file that can be read becomes the newest version within a
/// second; one that cannot changes nothing and shows its problems.
/// </summary>
internal sealed partial class WorkflowFolder(
    WorkflowPublisher publisher,
    WorkflowCatalog catalog,
    ProcessCatalog processes,
    IDbContextFactory<CaseFlowDb> databases,
    IOptions<ProcessOptions> options,
    TimeProvider time,
    ILogger<WorkflowFolder> logger
) : WatchedFolder(new SavedFiles(options.Value.Folder, WorkflowFiles.Endings), time, logger)
{
    private readonly ConcurrentDictionary<string, FileState> states = new(StringComparer.Ordinal);

    private ImmutableSortedDictionary<string, PublishedProcess>? readWith;

    /// <summary>How the files are as they are saved now, by file.</summary>
    public ImmutableSortedDictionary<string, FileState> States =>
        states.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Publishes what changed in the folder while the host was down. The host does so before it serves.</summary>
    public async Task Catch(CancellationToken cancellation)
    {
        var lastSaved = await LastSaved(cancellation);
        await PublishAll([.. Files.All()], lastSaved, cancellation);
    }

    protected override async Task Take(SavedFiles.Changes changes, CancellationToken cancellation)
    {
        foreach (var path in changes.Gone)
        {
            states.TryRemove(path, out _); // the version that was read goes on
        }

        // What is broken may only have been waiting for a process.
        var waiting = ReferenceEquals(readWith, processes.All) ? [] : Broken();
        if (changes.Saved.Union(waiting, StringComparer.Ordinal).ToList() is [_, ..] paths)
        {
            await PublishAll(paths, [], cancellation);
        }
    }

    /// <param name="lastSaved">What was published from here before: one published through the API since then stays.</param>
    private async Task PublishAll(
        IReadOnlyList<string> paths,
        HashSet<string> lastSaved,
        CancellationToken cancellation
    )
    {
        readWith = processes.All;
        foreach (var path in paths)
        {
            await Publish(path, lastSaved, cancellation);
        }

        // What is broken may only have been waiting for another workflow that it holds.
        var types = int.MinValue;
        while (types != catalog.Types.Count && Broken() is [_, ..] broken)
        {
            types = catalog.Types.Count;
            foreach (var path in broken)
            {
                await Publish(path, lastSaved, cancellation);
            }
        }

        foreach (var path in paths)
        {
            Tell(path);
        }
    }

    private async Task Publish(string path, HashSet<string> lastSaved, CancellationToken cancellation)
    {
        var (file, source) = (Path.GetFileName(path), await File.ReadAllBytesAsync(path, cancellation));
        var read = WorkflowFiles.Read(source, file, catalog.Types, processes.Processes);
        if (read is not WorkflowReadResult.Ready { Definition: var definition })
        {
            states[path] = new(file, null, ((WorkflowReadResult.Broken)read).Problems, read.Warnings);
            return;
        }

        states[path] = new(file, definition.DefinitionId, [], read.Warnings);
        if (lastSaved.Contains(definition.VersionId))
        {
            return;
        }

        var (version, isNew) = await publisher.Publish(definition, file, source, Publisher, cancellation);
        if (isNew)
        {
            LogPublished(version.Definition.DefinitionId, version.Number, version.Hash);
        }
    }

    private List<string> Broken() =>
        [.. states.Where(one => !one.Value.Problems.IsEmpty && File.Exists(one.Key)).Select(one => one.Key)];

    private void Tell(string path)
    {
        if (states.TryGetValue(path, out var state))
        {
            foreach (var problem in state.Problems)
            {
                LogProblem(problem.ToString());
            }

            foreach (var warning in state.Warnings)
            {
                LogWarning(warning.ToString());
            }
        }
    }

    private async Task<HashSet<string>> LastSaved(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var last = await db
            .WorkflowVersions.AsNoTracking()
            .Where(version => version.PublishedBy == Publisher)
            .GroupBy(version => version.Definition)
            .Select(versions => versions.OrderByDescending(version => version.Number).First().Hash)
            .ToListAsync(cancellation);
        return last.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What is wrong with a file as it is saved now, and what is odd about it.</summary>
    /// <param name="Definition">The workflow that it holds, where it can be read.</param>
    internal sealed record FileState(
        string File,
        string? Definition,
        ImmutableArray<Problem> Problems,
        ImmutableArray<WorkflowWarning> Warnings
    );

    [LoggerMessage(LogLevel.Information, "Published workflow {Workflow} version {Number} ({Hash})")]
    private partial void LogPublished(string workflow, int number, string hash);

    [LoggerMessage(LogLevel.Error, "{Problem}")]
    private partial void LogProblem(string problem);

    [LoggerMessage(LogLevel.Warning, "{Warning}")]
    private partial void LogWarning(string warning);
}
