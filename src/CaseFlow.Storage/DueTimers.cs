using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Storage;

/// <summary>
/// Finds the cases whose timers are due, and gives each to one asker at a time: who takes a timer has it to himself for a
/// while. If it is still there after that, whoever took it has died, and the next one gets it.
/// </summary>
public sealed class DueTimers
{
    private const string SqliteTake = """
        UPDATE timers SET ring_at = {0}
        WHERE (case_id, "key") IN (SELECT case_id, "key" FROM timers WHERE ring_at <= {1} ORDER BY ring_at LIMIT {2})
        RETURNING *
        """;

    // Nodes that look at once pass each other by.
    private const string PostgreSqlTake = """
        UPDATE timers SET ring_at = {0}
        WHERE (case_id, "key") IN (
          SELECT case_id, "key" FROM timers WHERE ring_at <= {1} ORDER BY ring_at LIMIT {2} FOR UPDATE SKIP LOCKED
        )
        RETURNING *
        """;

    private readonly IStore store;

    internal DueTimers(IStore store) => this.store = store;

    /// <summary>Takes what is due, the oldest first.</summary>
    /// <param name="hold">How long others keep away from what is taken.</param>
    /// <param name="most">How many timers at most.</param>
    public async Task<ImmutableArray<DueTimer>> Take(
        DateTimeOffset now,
        TimeSpan hold,
        int most,
        CancellationToken cancellation
    )
    {
        var (ticks, until) = (now.UtcTicks, (now + hold).UtcTicks);

        // Looking costs no turn among the writers, and most looks find nothing.
        await using (var db = await store.Contexts.CreateDbContextAsync(cancellation))
        {
            if (!await db.Timers.AsNoTracking().AnyAsync(timer => timer.RingAt <= now, cancellation))
            {
                return [];
            }
        }

        var taken = await store.Write(
            db =>
                db.Timers.FromSqlRaw(db.Database.IsNpgsql() ? PostgreSqlTake : SqliteTake, until, ticks, most)
                    .AsNoTracking()
                    .ToListAsync(cancellation),
            cancellation
        );
        return [.. taken.OrderBy(timer => timer.Due).Select(timer => new DueTimer(timer.CaseId, timer.Due))];
    }
}

/// <summary>A case that must be rung.</summary>
public sealed record DueTimer(Guid Case, DateTimeOffset Due);
