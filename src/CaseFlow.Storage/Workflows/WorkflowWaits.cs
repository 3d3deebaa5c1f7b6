using CaseFlow.Workflows.Running.State;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Storage;

/// <summary>Finds the instances that wait for something.</summary>
public sealed class WorkflowWaits
{
    private readonly Func<CaseFlowDb, string, string?, string?, IAsyncEnumerable<WorkflowBookmarkRow>> forEvent =
        EF.CompileAsyncQuery(
            (CaseFlowDb db, string name, string? correlation, string? instance) =>
                db
                    .WorkflowBookmarks.AsNoTracking()
                    .Where(row => row.Kind == nameof(BookmarkKind.Event) && row.Name == name)
                    .Where(row => correlation == null || row.CorrelationId == correlation)
                    .Where(row => instance == null || row.Instance == instance)
        );

    private readonly Func<CaseFlowDb, string, IAsyncEnumerable<WorkflowEventRow>> early = EF.CompileAsyncQuery(
        (CaseFlowDb db, string name) =>
            db
                .WorkflowEvents.AsNoTracking()
                .Where(row => row.Name == name && row.Bookmark == null && row.Starts == null)
    );

    private readonly IStore store;

    internal WorkflowWaits(IStore store) => this.store = store;

    public async Task<IReadOnlyList<WorkflowBookmarkRow>> ForEvent(string name, string? correlation, string? instance)
    {
        await using var db = await store.Contexts.CreateDbContextAsync();
        var found = new List<WorkflowBookmarkRow>();
        await foreach (var row in forEvent(db, name, correlation, instance))
        {
            found.Add(row);
        }

        return found;
    }

    /// <summary>Events of this name that nobody has taken up, the oldest first.</summary>
    public async Task<IReadOnlyList<WorkflowEventRow>> EarlyEvents(string name)
    {
        await using var db = await store.Contexts.CreateDbContextAsync();
        var found = new List<WorkflowEventRow>();
        await foreach (var row in early(db, name))
        {
            found.Add(row);
        }

        return [.. found.OrderBy(row => row.At)];
    }

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
