using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace CaseFlow.Storage;

/// <summary>
/// What comes from outside one way: each kept once, and given to one worker at a time, lane by lane in the order in which it
/// came. Who takes one has it to himself for a while; if he dies meanwhile, the next one gets it.
/// </summary>
public abstract class InboundQueue<TRow>
    where TRow : InboundRow
{
    private protected InboundQueue(IStore store) => Store = store;

    private protected IStore Store { get; }

    /// <summary>Whether a row is the same as this one, which came before.</summary>
    private protected abstract Expression<Func<TRow, bool>> IsSameAs(TRow row);

    /// <summary>Takes what is due and first in its lane, the oldest first.</summary>
    /// <param name="hold">How long others keep away from what is taken.</param>
    /// <param name="most">How many at most.</param>
    public async Task<ImmutableArray<TRow>> Take(
        DateTimeOffset now,
        TimeSpan hold,
        int most,
        CancellationToken cancellation
    )
    {
        var (ticks, until) = (now.UtcTicks, (now + hold).UtcTicks);

        // Looking costs no turn among the writers, and most looks find nothing.
        await using (var db = await Store.Contexts.CreateDbContextAsync(cancellation))
        {
            if (!await All(db).AnyAsync(row => row.State == InboundRow.Waiting && row.DueAt <= now, cancellation))
            {
                return [];
            }
        }

        var taken = await Store.Write(
            db => db.Set<TRow>().FromSqlRaw(Taking(db), until, ticks, most).AsNoTracking().ToListAsync(cancellation),
            cancellation
        );
        return [.. taken.OrderBy(row => row.Number)];
    }

    /// <summary>Lets one be tried again, not before this time.</summary>
    public Task PutOff(TRow taken, DateTimeOffset until, string why, CancellationToken cancellation) =>
        Change(
            Held(taken),
            row =>
                row.SetProperty(one => one.DueAt, until)
                    .SetProperty(one => one.Failures, taken.Failures + 1)
                    .SetProperty(one => one.Detail, why),
            cancellation
        );

    /// <summary>Keeps a row, unless it came before; the id is that of the one that is kept.</summary>
    /// <param name="along">What is kept with it.</param>
    private protected async Task<(Guid Id, bool IsNew)> Keep(TRow row, object? along, CancellationToken cancellation)
    {
        if (await FindId(row, cancellation) is { } known)
        {
            return (known, false);
        }

        try
        {
            await using var db = await Store.Contexts.CreateDbContextAsync(cancellation);
            db.Add(row);
            if (along is not null)
            {
                db.Add(along);
            }

            await db.SaveChangesAsync(cancellation);
            return (row.Id, true);
        }
        catch (DbUpdateException)
        {
            // It came twice at the same moment, and the other one was faster; or the database has trouble.
            if (await FindId(row, cancellation) is { } other)
            {
                return (other, false);
            }

            throw;
        }
    }

    /// <summary>Writes down what came of one; false where somebody else has taken it up since.</summary>
    private protected Task<bool> End(
        TRow ended,
        DateTimeOffset now,
        Action<UpdateSettersBuilder<TRow>> more,
        CancellationToken cancellation
    ) =>
        Change(
            Held(ended),
            row =>
            {
                row.SetProperty(one => one.State, ended.State)
                    .SetProperty(one => one.Detail, ended.Detail)
                    .SetProperty(one => one.EndedAt, now);
                more(row);
            },
            cancellation
        );

    /// <summary>Has one that has ended worked on again; false where there is none such.</summary>
    private protected Task<bool> Replay(
        Expression<Func<TRow, bool>> which,
        DateTimeOffset now,
        Action<UpdateSettersBuilder<TRow>> more,
        CancellationToken cancellation
    ) =>
        Change(
            db => db.Set<TRow>().Where(row => row.State != InboundRow.Waiting).Where(which),
            row =>
            {
                row.SetProperty(one => one.State, InboundRow.Waiting)
                    .SetProperty(one => one.DueAt, now)
                    .SetProperty(one => one.Failures, 0)
                    .SetProperty(one => one.Replays, one => one.Replays + 1)
                    .SetProperty(one => one.EndedAt, (DateTimeOffset?)null);
                more(row);
            },
            cancellation
        );

    private protected static IQueryable<TRow> All(CaseFlowDb db) => db.Set<TRow>().AsNoTracking();

    private async Task<bool> Change(
        Func<CaseFlowDb, IQueryable<TRow>> which,
        Action<UpdateSettersBuilder<TRow>> set,
        CancellationToken cancellation
    ) => await Store.Write(db => which(db).ExecuteUpdateAsync(set, cancellation), cancellation) == 1;

    private async Task<Guid?> FindId(TRow row, CancellationToken cancellation)
    {
        await using var db = await Store.Contexts.CreateDbContextAsync(cancellation);
        return await All(db).Where(IsSameAs(row)).Select(one => (Guid?)one.Id).SingleOrDefaultAsync(cancellation);
    }

    private static Func<CaseFlowDb, IQueryable<TRow>> Held(TRow taken) =>
        db =>
            db.Set<TRow>()
                .Where(row =>
                    row.Number == taken.Number && row.State == InboundRow.Waiting && row.DueAt == taken.DueAt
                );

    // On PostgreSQL nodes that look at once pass each other by; the state is asked again of the row that is locked.
    private static string Taking(CaseFlowDb db)
    {
        var table = db.Model.FindEntityType(typeof(TRow))!.GetTableName();
        return $$"""
            UPDATE {{table}} SET due_at = {0} WHERE number IN (
              SELECT d.number FROM {{table}} d
              WHERE d.state = 'waiting' AND d.due_at <= {1} AND NOT EXISTS (
                SELECT 1 FROM {{table}} e WHERE e.lane = d.lane AND e.state = 'waiting' AND e.number < d.number
              )
              ORDER BY d.number LIMIT {2}{{(db.Database.IsNpgsql() ? " FOR UPDATE OF d SKIP LOCKED" : "")}}
            )
            RETURNING *
            """;
    }
}
