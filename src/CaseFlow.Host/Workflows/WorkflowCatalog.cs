using System.Collections.Concurrent;
using CaseFlow.Storage;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Documents;
using CaseFlow.Workflows.Running;
using CaseFlow.Workflows.Running.State;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Workflows;

/// <summary>
/// The published workflows: the newest version of each always in memory, older ones fetched when an instance still runs by
/// them.
/// </summary>
internal sealed class WorkflowCatalog(IDbContextFactory<CaseFlowDb> databases) : IWorkflowLibrary
{
    private readonly ConcurrentDictionary<string, WorkflowDefinition> read = new(StringComparer.Ordinal);
    private ImmutableSortedDictionary<string, PublishedWorkflow> newest = ImmutableSortedDictionary.Create<
        string,
        PublishedWorkflow
    >(StringComparer.Ordinal);

    /// <summary>The newest version of each workflow, by definition.</summary>
    public ImmutableSortedDictionary<string, PublishedWorkflow> All => Volatile.Read(ref newest);

    /// <summary>The types of those that others may hold as activities.</summary>
    public IReadOnlyCollection<string> Types =>
        [
            .. All
                .Values.Select(one => one.Definition)
                .Where(one => one.IsUsableAsActivity)
                .Select(one => one.ActivityType)
                .OfType<string>(),
        ];

    public PublishedWorkflow? Newest(string definition) => All.GetValueOrDefault(definition);

    /// <summary>The version that an instance runs by; those that it holds as activities are at hand then, too.</summary>
    public async ValueTask<WorkflowDefinition> Of(InstanceState state)
    {
        foreach (var frame in state.Frames)
        {
            await Fetch(frame.Workflow);
            await Fetch(frame.Holds);
        }

        return (await Fetch(state.VersionId))!;
    }

    public WorkflowDefinition? Find(string? versionId, string? definitionId, string? activityType) =>
        (versionId is null ? null : read.GetValueOrDefault(versionId) ?? FindByFile(versionId))
        ?? (definitionId is null ? null : Newest(definitionId)?.Definition)
        ?? (activityType is null ? null : FindByType(activityType));

    /// <summary>
    /// Takes from the store what it does not know yet: everything before the host serves, and later what other hosts have published.
    /// </summary>
    public async Task Load(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var numbers = await db
            .WorkflowVersions.GroupBy(version => version.Definition)
            .Select(versions => new { Definition = versions.Key, Newest = versions.Max(version => version.Number) })
            .ToListAsync(cancellation);
        var unknown = numbers
            .Where(one => one.Newest > (Newest(one.Definition)?.Number ?? 0))
            .Select(one => one.Definition)
            .ToList();
        if (unknown is [])
        {
            return;
        }

        var left = await db
            .WorkflowVersions.AsNoTracking()
            .Where(one => unknown.Contains(one.Definition))
            .Where(one =>
                !db.WorkflowVersions.Any(other => other.Definition == one.Definition && other.Number > one.Number)
            )
            .ToListAsync(cancellation);

        // One that holds another is read after it.
        var before = int.MaxValue;
        while (left.Count < before)
        {
            before = left.Count;
            left.RemoveAll(row => TryRead(row) is { } definition && Add(row, definition));
        }

        if (left is [var unreadable, ..])
        {
            Read(unreadable);
        }
    }

    /// <summary>
    /// Makes a version the newest of its workflow, for every instance that starts from now on; not where a newer one is known.
    /// </summary>
    public void Add(PublishedWorkflow published)
    {
        var key = published.Definition.DefinitionId;
        read[published.Hash] = published.Definition;
        ImmutableInterlocked.Update(
            ref newest,
            all => all.GetValueOrDefault(key)?.Number > published.Number ? all : all.SetItem(key, published)
        );
    }

    private bool Add(WorkflowVersionRow row, WorkflowDefinition definition)
    {
        Add(new PublishedWorkflow(definition, row.Number, row.File, row.PublishedAt, row.PublishedBy));
        return true;
    }

    private async ValueTask<WorkflowDefinition?> Fetch(string? hash)
    {
        if (hash is null)
        {
            return null;
        }

        if (read.TryGetValue(hash, out var known))
        {
            return known;
        }

        await using var db = await databases.CreateDbContextAsync();
        var row =
            await db.WorkflowVersions.AsNoTracking().FirstOrDefaultAsync(version => version.Hash == hash)
            ?? throw new InvalidOperationException($"Version {hash} of a workflow is not in the store.");
        return read.GetOrAdd(hash, Read(row));
    }

    private WorkflowDefinition? TryRead(WorkflowVersionRow row) =>
        WorkflowFiles.Read(row.Source, row.File, Types) is WorkflowReadResult.Ready ready ? ready.Definition : null;

    private WorkflowDefinition Read(WorkflowVersionRow row) =>
        WorkflowFiles.Read(row.Source, row.File, Types) switch
        {
            WorkflowReadResult.Ready ready => ready.Definition,
            WorkflowReadResult.Broken(var problems) => throw new InvalidOperationException(
                $"Version {row.Number} of workflow '{row.Definition}' cannot be read any more: {problems[0]}"
            ),
            _ => throw new InvalidOperationException(),
        };

    // Files name versions by the ids that they were exported with.
    private WorkflowDefinition? FindByFile(string versionId) =>
        All
            .Values.Select(one => one.Definition)
            .FirstOrDefault(one => one.Document["id"] is DocumentText { Value: var id } && id == versionId);

    private WorkflowDefinition? FindByType(string activityType) =>
        All
            .Values.Select(one => one.Definition)
            .FirstOrDefault(one => one.IsUsableAsActivity && one.ActivityType == activityType);
}

/// <summary>A workflow with when and by whom it was published. Numbers count from 1 for each definition.</summary>
internal sealed record PublishedWorkflow(
    WorkflowDefinition Definition,
    int Number,
    string File,
    DateTimeOffset At,
    string By
)
{
    public string Hash => Definition.VersionId;
}
