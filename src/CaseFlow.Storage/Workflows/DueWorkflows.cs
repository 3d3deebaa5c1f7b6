using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Storage;

/// <summary>
/// Finds what is due of workflows, and gives each to one asker at a time, for a while: if it is still there after that,
/// whoever took it has died, and the next one gets it.
/// </summary>
public sealed class DueWorkflows
{
    private readonly IStore store;

    internal DueWorkflows(IStore store) => this.store = store;

    /// <summary>Waits whose time has come.</summary>
    public Task<IReadOnlyList<WorkflowBookmarkRow>> Bookmarks(DateTimeOffset now, TimeSpan hold, int most) =>
        Take<WorkflowBookmarkRow>("workflow_bookmarks", "id", now, hold, most);

    /// <summary>Effects whose time to be tried again has come, or whose doer has died.</summary>
    public Task<IReadOnlyList<WorkflowEffectRow>> Effects(DateTimeOffset now, TimeSpan hold, int most) =>
        Take<WorkflowEffectRow>("workflow_effects", "id", now, hold, most);

    /// <summary>Events whose takers have died, and those that are kept and to be looked at again.</summary>
    public Task<IReadOnlyList<WorkflowEventRow>> Events(DateTimeOffset now, TimeSpan hold, int most) =>
        Take<WorkflowEventRow>("workflow_events", "id", now, hold, most);

    /// <summary>Triggers whose time has come.</summary>
    public Task<IReadOnlyList<WorkflowTimerRow>> Timers(DateTimeOffset now, TimeSpan hold, int most) =>
        Take<WorkflowTimerRow>("workflow_timers", "definition, activity", now, hold, most);

    private async Task<IReadOnlyList<T>> Take<T>(string table, string key, DateTimeOffset now, TimeSpan hold, int most)
        where T : class
    {
        // Looking costs no turn among the writers, and most looks find nothing.
        await using (var db = await store.Contexts.CreateDbContextAsync())
        {
            if (!await db.Set<T>().AsNoTracking().AnyAsync(row => EF.Property<DateTimeOffset?>(row, "RingAt") <= now))
            {
                return [];
            }
        }

        return await store.Write(
            async db =>
            {
                // Nodes that look at once pass each other by.
                var pass = db.Database.IsNpgsql() ? " FOR UPDATE SKIP LOCKED" : "";
                var take = $$"""
                    UPDATE {{table}} SET ring_at = {0}
                    WHERE ({{key}}) IN (
                      SELECT {{key}} FROM {{table}} WHERE ring_at <= {1} ORDER BY ring_at LIMIT {2}{{pass}}
                    )
                    RETURNING *
                    """;
                return await db.Set<T>()
                    .FromSqlRaw(take, (now + hold).UtcTicks, now.UtcTicks, most)
                    .AsNoTracking()
                    .ToListAsync();
            },
            CancellationToken.None
        );
    }
}
