using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Storage;

/// <summary>
/// The deliveries that wait, by lanes. A lane is held by one taker at a time, for a while: if he dies, another one gets it
/// after that, and what he had sent without saying so is sent again.
/// </summary>
public sealed class DeliveryQueue
{
    private const string SqliteTake = """
        UPDATE delivery_lanes SET next_at = {0}, held_by = {1}
        WHERE (subscription_id, case_id, is_replay) IN (
          SELECT subscription_id, case_id, is_replay FROM delivery_lanes
          WHERE subscription_id = {2} AND next_at <= {3} ORDER BY next_at LIMIT {4}
        )
        RETURNING *
        """;

    // Nodes that take at once pass each other by.
    private const string PostgreSqlTake = """
        UPDATE delivery_lanes SET next_at = {0}, held_by = {1}
        WHERE (subscription_id, case_id, is_replay) IN (
          SELECT subscription_id, case_id, is_replay FROM delivery_lanes
          WHERE subscription_id = {2} AND next_at <= {3} ORDER BY next_at LIMIT {4} FOR UPDATE SKIP LOCKED
        )
        RETURNING *
        """;

    private readonly IStore store;

    internal DeliveryQueue(IStore store) => this.store = store;

    /// <summary>After what place anybody wants to hear of anything; null where nobody does.</summary>
    public async ValueTask<long?> Start(CancellationToken cancellation)
    {
        var since = await store.Reads.All(
            $"SELECT since FROM subscriptions ORDER BY since LIMIT 1",
            row => row.Number(0),
            cancellation
        );
        return since is [var first] ? first : null;
    }

    /// <summary>How far the outbox has been turned into deliveries.</summary>
    public async Task<long> Position(CancellationToken cancellation)
    {
        await using var db = await store.Contexts.CreateDbContextAsync(cancellation);
        return await OutboxReader.Position(db, OutboxPositionRow.Webhooks, cancellation);
    }

    /// <summary>
    /// Adds the deliveries that the outbox makes between two places, all or none. False where another node has done so
    /// meanwhile: read on from where it is now.
    /// </summary>
    public Task<bool> Add(
        long from,
        long to,
        IReadOnlyList<DeliveryRow> deliveries,
        DateTimeOffset now,
        CancellationToken cancellation
    ) =>
        store.Write(
            async db =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
                if (!await MoveOn(db, from, to, cancellation))
                {
                    return false;
                }

                db.Deliveries.AddRange(deliveries);
                await db.SaveChangesAsync(cancellation);
                await PutInLanes(db, deliveries, isReplay: false, now, cancellation);
                await transaction.CommitAsync(cancellation);
                return true;
            },
            cancellation
        );

    /// <summary>The subscriptions that have something to send now.</summary>
    public async Task<ImmutableArray<Guid>> Due(DateTimeOffset now, CancellationToken cancellation)
    {
        await using var db = await store.Contexts.CreateDbContextAsync(cancellation);
        return
        [
            .. await db
                .Subscriptions.Where(row => !row.IsPaused)
                .Where(row => db.DeliveryLanes.Any(lane => lane.SubscriptionId == row.Id && lane.NextAt <= now))
                .Select(row => row.Id)
                .ToListAsync(cancellation),
        ];
    }

    /// <summary>Takes lanes of a subscription of which something is due, those that waited longest first.</summary>
    /// <param name="until">How long others keep away from them.</param>
    public async Task<ImmutableArray<DeliveryLaneRow>> Take(
        Guid subscription,
        DateTimeOffset now,
        DateTimeOffset until,
        int most,
        CancellationToken cancellation
    )
    {
        var holder = Guid.NewGuid();
        var taken = await store.Write(
            db =>
                db.DeliveryLanes.FromSqlRaw(
                        db.Database.IsNpgsql() ? PostgreSqlTake : SqliteTake,
                        until.UtcTicks,
                        Id(db, holder),
                        Id(db, subscription),
                        now.UtcTicks,
                        most
                    )
                    .AsNoTracking()
                    .ToListAsync(cancellation),
            cancellation
        );
        return [.. taken];
    }

    /// <summary>What waits in a lane, in order.</summary>
    public async Task<ImmutableArray<DeliveryRow>> Waiting(
        DeliveryLaneRow lane,
        int most,
        CancellationToken cancellation
    )
    {
        await using var db = await store.Contexts.CreateDbContextAsync(cancellation);
        return [.. await InLane(db, lane).OrderBy(row => row.Id).Take(most).ToListAsync(cancellation)];
    }

    /// <summary>Keeps what came of the lanes that were taken, and lets go of them.</summary>
    public Task Settle(IReadOnlyList<LaneOutcome> outcomes, CancellationToken cancellation) =>
        store.Write(
            async db =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
                foreach (var outcome in outcomes.OrderBy(one => one.Lane.SubscriptionId).ThenBy(one => one.Lane.CaseId))
                {
                    foreach (var delivery in outcome.Tried)
                    {
                        await Keep(db, delivery, cancellation);
                    }

                    await LetGo(db, outcome, cancellation);
                }

                await transaction.CommitAsync(cancellation);
                return true;
            },
            cancellation
        );

    /// <summary>Lets deliveries that are over be sent again; says which of them.</summary>
    public Task<ImmutableArray<long>> Replay(
        IReadOnlyList<long> ids,
        DateTimeOffset now,
        CancellationToken cancellation
    ) =>
        store.Write<ImmutableArray<long>>(
            async db =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
                var again = await db
                    .Deliveries.AsNoTracking()
                    .Where(row => ids.Contains(row.Id) && row.Status != DeliveryStatus.Waiting)
                    .Where(row => db.Subscriptions.Any(one => one.Id == row.SubscriptionId))
                    .OrderBy(row => row.Id)
                    .ToListAsync(cancellation);
                List<long> found = [.. again.Select(row => row.Id)];
                await db
                    .Deliveries.Where(row => found.Contains(row.Id))
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(row => row.Status, DeliveryStatus.Waiting)
                                .SetProperty(row => row.IsReplay, true)
                                .SetProperty(row => row.Tries, 0)
                                .SetProperty(row => row.NextTryAt, now),
                        cancellation
                    );
                await PutInLanes(db, again, isReplay: true, now, cancellation);
                await transaction.CommitAsync(cancellation);
                return [.. found];
            },
            cancellation
        );

    private static async Task<bool> MoveOn(CaseFlowDb db, long from, long to, CancellationToken cancellation)
    {
        const string Reader = OutboxPositionRow.Webhooks;
        if (from == 0)
        {
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO outbox_positions (reader, place) VALUES ({Reader}, 0) ON CONFLICT DO NOTHING",
                cancellation
            );
        }

        return await db
                .OutboxPositions.Where(row => row.Reader == Reader && row.Place == from)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Place, to), cancellation) == 1;
    }

    private static async Task PutInLanes(
        CaseFlowDb db,
        IEnumerable<DeliveryRow> deliveries,
        bool isReplay,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        // In one order, so that two who do so never wait for each other crosswise.
        foreach (
            var (subscription, about) in deliveries
                .Select(row => (row.SubscriptionId, row.CaseId))
                .Distinct()
                .OrderBy(lane => lane.SubscriptionId)
                .ThenBy(lane => lane.CaseId)
        )
        {
            await db.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO delivery_lanes (subscription_id, case_id, is_replay, added, next_at)
                VALUES ({0}, {1}, {2}, 1, {3})
                ON CONFLICT (subscription_id, case_id, is_replay) DO UPDATE SET added = delivery_lanes.added + 1
                """,
                [Id(db, subscription), Id(db, about), isReplay, now.UtcTicks],
                cancellation
            );
        }
    }

    private static Task<int> Keep(CaseFlowDb db, DeliveryRow after, CancellationToken cancellation) =>
        db
            .Deliveries.Where(row => row.Id == after.Id && row.Status == DeliveryStatus.Waiting)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.Status, after.Status)
                        .SetProperty(row => row.Tries, after.Tries)
                        .SetProperty(row => row.NextTryAt, after.NextTryAt)
                        .SetProperty(row => row.TriedAt, after.TriedAt)
                        .SetProperty(row => row.TookMilliseconds, after.TookMilliseconds)
                        .SetProperty(row => row.RequestHeaders, after.RequestHeaders)
                        .SetProperty(row => row.ResponseStatus, after.ResponseStatus)
                        .SetProperty(row => row.ResponseBody, after.ResponseBody)
                        .SetProperty(row => row.Error, after.Error),
                cancellation
            );

    private static async Task LetGo(CaseFlowDb db, LaneOutcome outcome, CancellationToken cancellation)
    {
        var lane = outcome.Lane;
        var held = db.DeliveryLanes.Where(row =>
            row.SubscriptionId == lane.SubscriptionId
            && row.CaseId == lane.CaseId
            && row.IsReplay == lane.IsReplay
            && row.HeldBy == lane.HeldBy
        );
        if (outcome.IsEmpty && await held.Where(row => row.Added == lane.Added).ExecuteDeleteAsync(cancellation) == 1)
        {
            return;
        }

        await held.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.NextAt, outcome.NextAt).SetProperty(row => row.HeldBy, (Guid?)null),
            cancellation
        );
    }

    private static IQueryable<DeliveryRow> InLane(CaseFlowDb db, DeliveryLaneRow lane) =>
        db
            .Deliveries.AsNoTracking()
            .Where(row =>
                row.SubscriptionId == lane.SubscriptionId
                && row.CaseId == lane.CaseId
                && row.IsReplay == lane.IsReplay
                && row.Status == DeliveryStatus.Waiting
            );

    private static object Id(CaseFlowDb db, Guid id) => db.Database.IsNpgsql() ? id : id.ToByteArray(bigEndian: true);
}

/// <summary>What came of a lane that was taken.</summary>
/// <param name="Tried">The deliveries that were tried, as they are now.</param>
/// <param name="IsEmpty">Everything that was seen in it is over.</param>
/// <param name="NextAt">When it may be taken again.</param>
public sealed record LaneOutcome(
    DeliveryLaneRow Lane,
    ImmutableArray<DeliveryRow> Tried,
    bool IsEmpty,
    DateTimeOffset NextAt
);
