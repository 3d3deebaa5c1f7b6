using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Storage;

/// <summary>Removes what has served its time, a little at a turn, so that nobody who writes waits for it.</summary>
public sealed class Trimming
{
    private const int AtATime = 1_000;

    private readonly IStore store;

    internal Trimming(IStore store) => this.store = store;

    /// <summary>
    /// Removes what was appended before this time and was read by every reader. The last append of each case stays: lists by
    /// change go by it, and it says that the case's history was told to its end.
    /// </summary>
    /// <returns>How many rows were removed.</returns>
    public async Task<int> Outbox(DateTimeOffset before, CancellationToken cancellation)
    {
        await using var db = await store.Contexts.CreateDbContextAsync(cancellation);
        if (await Bound(db, before, cancellation) is not { } bound)
        {
            return 0;
        }

        // First the mark, so that no reader takes what is being removed for all there is.
        await store.Write(writing => Mark(writing, OutboxPositionRow.Trimmed, bound, cancellation), cancellation);
        var (removed, last) = (0, 0L);
        while (await Superseded(db, last, bound, cancellation) is [.., var furthest] rows)
        {
            removed += await store.Write(
                writing => writing.Outbox.Where(row => rows.Contains(row.Id)).ExecuteDeleteAsync(cancellation),
                cancellation
            );
            last = furthest;
        }

        return removed;
    }

    /// <summary>Forgets the answers that were given before this time: their requests could be made anew.</summary>
    public async Task<int> Answers(DateTimeOffset before, CancellationToken cancellation)
    {
        await using var db = await store.Contexts.CreateDbContextAsync(cancellation);
        var removed = 0;
        for (var some = AtATime; some == AtATime; removed += some)
        {
            var old = await db
                .KeptAnswers.Where(row => row.At < before)
                .Select(row => new { row.User, row.Key })
                .Take(AtATime)
                .ToListAsync(cancellation);
            foreach (var keys in old.GroupBy(answer => answer.User, answer => answer.Key, StringComparer.Ordinal))
            {
                List<string> keysOfUser = [.. keys];
                await store.Write(
                    writing =>
                        writing
                            .KeptAnswers.Where(row => row.User == keys.Key && keysOfUser.Contains(row.Key))
                            .ExecuteDeleteAsync(cancellation),
                    cancellation
                );
            }

            some = old.Count;
        }

        return removed;
    }

    /// <summary>Forgets the deliveries that were made before this time and wait for nothing.</summary>
    public async Task<int> Deliveries(DateTimeOffset before, CancellationToken cancellation)
    {
        await using var db = await store.Contexts.CreateDbContextAsync(cancellation);
        var removed = 0;
        for (var some = AtATime; some == AtATime; removed += some)
        {
            var old = await db
                .Deliveries.Where(row => row.CreatedAt < before && row.Status != DeliveryStatus.Waiting)
                .OrderBy(row => row.Id)
                .Select(row => row.Id)
                .Take(AtATime)
                .ToListAsync(cancellation);
            some = await store.Write(
                writing => writing.Deliveries.Where(row => old.Contains(row.Id)).ExecuteDeleteAsync(cancellation),
                cancellation
            );
        }

        return removed;
    }

    /// <summary>Forgets the instances of workflows that ended before this time and wait for nobody's decision.</summary>
    public async Task<int> Workflows(DateTimeOffset before, CancellationToken cancellation)
    {
        await using var db = await store.Contexts.CreateDbContextAsync(cancellation);
        var removed = 0;
        for (var some = AtATime; some == AtATime; removed += some)
        {
            var old = await db
                .WorkflowInstances.Where(row => row.FinishedAt < before)
                .Where(row =>
                    !db.WorkflowIncidents.Any(one => one.Instance == row.Id && one.Status == WorkflowIncidentRow.Open)
                    && !db.WorkflowEffects.Any(one => one.Instance == row.Id)
                )
                .OrderBy(row => row.FinishedAt)
                .Select(row => row.Id)
                .Take(AtATime)
                .ToListAsync(cancellation);
            some = await store.Write(
                async writing =>
                {
                    await writing
                        .WorkflowLines.Where(row => old.Contains(row.Instance))
                        .ExecuteDeleteAsync(cancellation);
                    await writing
                        .WorkflowIncidents.Where(row => old.Contains(row.Instance))
                        .ExecuteDeleteAsync(cancellation);
                    return await writing
                        .WorkflowInstances.Where(row => old.Contains(row.Id))
                        .ExecuteDeleteAsync(cancellation);
                },
                cancellation
            );
        }

        return removed;
    }

    /// <summary>Forgets what was audited before this time.</summary>
    public async Task<int> Audit(DateTimeOffset before, CancellationToken cancellation)
    {
        await using var db = await store.Contexts.CreateDbContextAsync(cancellation);
        var removed = 0;
        for (var some = AtATime; some == AtATime; removed += some)
        {
            var old = await db
                .Audit.Where(row => row.At < before)
                .OrderBy(row => row.At)
                .Select(row => row.Id)
                .Take(AtATime)
                .ToListAsync(cancellation);
            some = await store.Write(
                writing => writing.Audit.Where(row => old.Contains(row.Id)).ExecuteDeleteAsync(cancellation),
                cancellation
            );
        }

        return removed;
    }

    /// <summary>Brings a reader's position up to this place; it never goes back.</summary>
    internal static async Task<int> Mark(CaseFlowDb db, string reader, long place, CancellationToken cancellation)
    {
        var name = reader;
        return await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO outbox_positions (reader, place) VALUES ({name}, {place})
            ON CONFLICT (reader) DO UPDATE SET place = excluded.place WHERE outbox_positions.place < excluded.place
            """,
            cancellation
        );
    }

    /// <summary>The place up to which all is old and read; null where there is nothing new to trim.</summary>
    private static async Task<long?> Bound(CaseFlowDb db, DateTimeOffset before, CancellationToken cancellation)
    {
        await OutboxPlaces.GiveTo(db, cancellation);
        var trimmed = await OutboxReader.Position(db, OutboxPositionRow.Trimmed, cancellation);
        var last = await OutboxPlaces.Last(db, cancellation);
        var young = await OutboxPlaces
            .After(db, trimmed)
            .Where(row => row.At >= before)
            .FirstOrDefaultAsync(cancellation);
        var bound = young is null ? last : OutboxPlaces.Of(young) - 1;
        if (await db.Subscriptions.AnyAsync(cancellation))
        {
            var told = await OutboxReader.Position(db, OutboxPositionRow.Webhooks, cancellation);
            var since = await db.Subscriptions.MinAsync(row => row.Since, cancellation);
            bound = Math.Min(bound, Math.Max(told, since));
        }

        if (await db.OutboxPositions.AnyAsync(row => row.Reader == OutboxPositionRow.Workflows, cancellation))
        {
            bound = Math.Min(bound, await OutboxReader.Position(db, OutboxPositionRow.Workflows, cancellation));
        }

        return bound > 0 ? bound : null;
    }

    private static Task<List<long>> Superseded(CaseFlowDb db, long after, long bound, CancellationToken cancellation)
    {
        var rows = db.Database.IsNpgsql()
            ? db.Outbox.Where(row => row.Place <= bound)
            : db.Outbox.Where(row => row.Id <= bound);
        return rows.Where(row => row.Id > after)
            .Join(db.Cases, row => row.CaseId, one => one.Id, (row, one) => new { row, one.Version })
            .Where(pair => pair.row.Position + pair.row.Count - 1 < pair.Version)
            .OrderBy(pair => pair.row.Id)
            .Select(pair => pair.row.Id)
            .Take(AtATime)
            .ToListAsync(cancellation);
    }
}
