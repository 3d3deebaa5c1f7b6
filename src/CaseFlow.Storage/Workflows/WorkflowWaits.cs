using CaseFlow.Workflows.Running.State;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Storage;

/// <summary>Finds the instances that wait for something.</summary>
public sealed class WorkflowWaits
{
    private readonly IStore store;

    internal WorkflowWaits(IStore store) => this.store = store;

    /// <summary>Who waits for an event of this name, as the instance and its bookmark.</summary>
    public async ValueTask<IReadOnlyList<(string Instance, string Bookmark)>> ForEvent(
        string name,
        string? correlation,
        string? instance
    )
    {
        Sql ofCorrelation = correlation is null ? Sql.None : $" AND correlation_id = {correlation}";
        Sql ofInstance = instance is null ? Sql.None : $" AND instance = {instance}";
        return await store.Reads.All(
            $"""
            SELECT instance, id FROM workflow_bookmarks
            WHERE kind = {nameof(BookmarkKind.Event)} AND name = {name}{ofCorrelation}{ofInstance}
            """,
            row => (row.Text(0)!, row.Text(1)!),
            CancellationToken.None
        );
    }

    /// <summary>Events of this name that nobody has taken up, the oldest first.</summary>
    public async ValueTask<IReadOnlyList<WorkflowEventRow>> EarlyEvents(string name) =>
        await store.Reads.All(
            $"""
            SELECT id, correlation_id, instance, "trigger", payload, at, keep_until, ring_at FROM workflow_events
            WHERE name = {name} AND bookmark IS NULL AND starts IS NULL ORDER BY at
            """,
            row => new WorkflowEventRow
            {
                Id = row.Text(0)!,
                Name = name,
                CorrelationId = row.Text(1),
                Instance = row.Text(2),
                Trigger = row.Text(3),
                Payload = row.Text(4)!,
                At = row.At(5),
                KeepUntil = row.At(6),
                RingAt = row.At(7),
            },
            CancellationToken.None
        );

    /// <summary>Waits for a case, or for what happens to it or to any.</summary>
    /// <param name="id">The case, by both of its names.</param>
    /// <param name="types">What happened; whether a wait for any that begins so is for it, who asks sees for himself.</param>
    public async Task<IReadOnlyList<WorkflowBookmarkRow>> ForCase(
        Guid id,
        string ticket,
        IEnumerable<string> types,
        CancellationToken cancellation
    )
    {
        var happened = types.ToList();
        await using var db = await store.Contexts.CreateDbContextAsync(cancellation);
        string[] names = [id.ToString(), ticket];
        var ofCase = await db
            .WorkflowBookmarks.AsNoTracking()
            .Where(row => names.Contains(row.CaseRef))
            .ToListAsync(cancellation);
        var ofAny = await db
            .WorkflowBookmarks.AsNoTracking()
            .Where(row =>
                row.Kind == nameof(BookmarkKind.CaseEvent)
                && row.CaseRef == null
                && (row.Name == null || happened.Contains(row.Name) || EF.Functions.Like(row.Name, "%*"))
            )
            .ToListAsync(cancellation);
        return [.. ofCase, .. ofAny];
    }

    /// <summary>Whether anybody waits for cases at all.</summary>
    public async Task<bool> AnyForCases(CancellationToken cancellation)
    {
        await using var db = await store.Contexts.CreateDbContextAsync(cancellation);
        return await db.WorkflowBookmarks.AnyAsync(
            row => row.Kind == nameof(BookmarkKind.Case) || row.Kind == nameof(BookmarkKind.CaseEvent),
            cancellation
        );
    }

    /// <summary>Waits for a request to one of these paths, as they are written; not all where they are very many.</summary>
    public async Task<IReadOnlyList<WorkflowBookmarkRow>> ForRequest(
        IEnumerable<string> paths,
        string? correlation,
        string? instance,
        CancellationToken cancellation
    )
    {
        var written = paths.ToList();
        await using var db = await store.Contexts.CreateDbContextAsync(cancellation);
        return await db
            .WorkflowBookmarks.AsNoTracking()
            .Where(row => row.Kind == nameof(BookmarkKind.Http) && written.Contains(row.Name!))
            .Where(row => correlation == null || row.CorrelationId == correlation)
            .Where(row => instance == null || row.Instance == instance)
            .OrderBy(row => row.Id)
            .Take(100)
            .ToListAsync(cancellation);
    }

    /// <summary>The paths with places for values in them that instances wait at.</summary>
    public async Task<IReadOnlyList<string>> PathsWithPlaces(CancellationToken cancellation)
    {
        await using var db = await store.Contexts.CreateDbContextAsync(cancellation);
        return await db
            .WorkflowBookmarks.AsNoTracking()
            .Where(row => row.Kind == nameof(BookmarkKind.Http) && EF.Functions.Like(row.Name!, "%{%"))
            .Select(row => row.Name!)
            .Distinct()
            .ToListAsync(cancellation);
    }
}
