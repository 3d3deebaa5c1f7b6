using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Storage;

/// <summary>
/// The deliveries of webhooks: each kept once, and given to one worker at a time, lane by lane in the order in which they
/// came. Who takes one has it to himself for a while; if he dies meanwhile, the next one gets it.
/// </summary>
public sealed class InboundDeliveries
{
    private const string Waiting = InboundDeliveryRow.Waiting;

    private const string Table = "inbound_deliveries";

    private readonly IStore store;

    internal InboundDeliveries(IStore store) => this.store = store;

    /// <summary>Keeps a delivery, unless it came before; the id is that of the one that is kept.</summary>
    public async Task<(Guid Id, bool IsNew)> Keep(InboundDeliveryRow delivery, CancellationToken cancellation)
    {
        if (await FindId(delivery, cancellation) is { } known)
        {
            return (known, false);
        }

        try
        {
            await using var db = await store.Contexts.CreateDbContextAsync(cancellation);
            db.InboundDeliveries.Add(delivery);
            await db.SaveChangesAsync(cancellation);
            return (delivery.Id, true);
        }
        catch (DbUpdateException)
        {
            // It was sent twice at the same moment, and the other one was faster; or the database has trouble.
            if (await FindId(delivery, cancellation) is { } other)
            {
                return (other, false);
            }

            throw;
        }
    }

    /// <summary>Takes what is due and first in its lane, the oldest first.</summary>
    /// <param name="hold">How long others keep away from what is taken.</param>
    /// <param name="most">How many at most.</param>
    public async Task<ImmutableArray<InboundDeliveryRow>> Take(
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
            if (
                !await db
                    .InboundDeliveries.AsNoTracking()
                    .AnyAsync(row => row.State == Waiting && row.DueAt <= now, cancellation)
            )
            {
                return [];
            }
        }

        var taken = await store.Write(
            db =>
                db.InboundDeliveries.FromSqlRaw(LanedWork.Take(Table, db.Database.IsNpgsql()), until, ticks, most)
                    .AsNoTracking()
                    .ToListAsync(cancellation),
            cancellation
        );
        return [.. taken.OrderBy(row => row.Number)];
    }

    /// <summary>Writes down what came of a delivery; false where somebody else has taken it up since.</summary>
    public async Task<bool> End(
        InboundDeliveryRow taken,
        string state,
        string results,
        string? detail,
        DateTimeOffset now,
        CancellationToken cancellation
    ) =>
        await store.Write(
            db =>
                Held(db, taken)
                    .ExecuteUpdateAsync(
                        row =>
                            row.SetProperty(one => one.State, state)
                                .SetProperty(one => one.Results, results)
                                .SetProperty(one => one.Detail, detail)
                                .SetProperty(one => one.EndedAt, now),
                        cancellation
                    ),
            cancellation
        ) == 1;

    /// <summary>Lets a delivery be tried again, not before this time.</summary>
    public Task PutOff(InboundDeliveryRow taken, DateTimeOffset until, string why, CancellationToken cancellation) =>
        store.Write(
            db =>
                Held(db, taken)
                    .ExecuteUpdateAsync(
                        row =>
                            row.SetProperty(one => one.DueAt, until)
                                .SetProperty(one => one.Failures, taken.Failures + 1)
                                .SetProperty(one => one.Detail, why),
                        cancellation
                    ),
            cancellation
        );

    /// <summary>Has a delivery that has ended worked on again; false where there is none such.</summary>
    public async Task<bool> Replay(Guid id, DateTimeOffset now, CancellationToken cancellation) =>
        await store.Write(
            db =>
                db.InboundDeliveries.Where(row => row.Id == id && row.State != Waiting)
                    .ExecuteUpdateAsync(
                        row =>
                            row.SetProperty(one => one.State, Waiting)
                                .SetProperty(one => one.DueAt, now)
                                .SetProperty(one => one.Failures, 0)
                                .SetProperty(one => one.Replays, one => one.Replays + 1)
                                .SetProperty(one => one.EndedAt, (DateTimeOffset?)null),
                        cancellation
                    ),
            cancellation
        ) == 1;

    /// <summary>Forgets what ended before this time, and says how many those were.</summary>
    public Task<int> Trim(DateTimeOffset before, CancellationToken cancellation) =>
        store.Write(
            db => db.InboundDeliveries.Where(row => row.EndedAt < before).ExecuteDeleteAsync(cancellation),
            cancellation
        );

    private async Task<Guid?> FindId(InboundDeliveryRow delivery, CancellationToken cancellation)
    {
        await using var db = await store.Contexts.CreateDbContextAsync(cancellation);
        return await db
            .InboundDeliveries.AsNoTracking()
            .Where(row => row.Hook == delivery.Hook && row.Key == delivery.Key)
            .Select(row => (Guid?)row.Id)
            .SingleOrDefaultAsync(cancellation);
    }

    private static IQueryable<InboundDeliveryRow> Held(CaseFlowDb db, InboundDeliveryRow taken) =>
        db.InboundDeliveries.Where(row =>
            row.Number == taken.Number && row.State == Waiting && row.DueAt == taken.DueAt
        );
}
