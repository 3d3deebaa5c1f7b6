using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Storage;

/// <summary>
/// The order of the outbox's rows that all readers share. Two writers of a PostgreSQL database commit side by side, so
/// that a lower id may show up after a higher one; whoever went by ids would step over it. There, whoever reads first
/// gives the rows that can be seen by now their places, one reader at a time: a row that shows up later comes behind them.
/// No transaction that stays open, here or elsewhere on the server, holds the others back.
/// </summary>
internal static class OutboxPlaces
{
    public const string Sequence = "outbox_places";

    private const int MostAtOnce = 1_000;

    // Any number will do that nobody else locks by; these are the letters of the outbox.
    private const long Lock = 0x6F7574626F78;

    private static readonly string Give = $"""
        UPDATE outbox SET place = given.place
        FROM (
          SELECT id, nextval('{Sequence}') AS place
          FROM (SELECT id FROM outbox WHERE place IS NULL ORDER BY id LIMIT {MostAtOnce}) seen
        ) given
        WHERE outbox.id = given.id
        """;

    /// <summary>Gives places to all that can be seen by now. Costs one look where that is nothing.</summary>
    public static async Task GiveTo(CaseFlowDb db, CancellationToken cancellation)
    {
        while (
            db.Database.IsNpgsql()
            && await db.Outbox.AnyAsync(row => row.Place == null, cancellation)
            && await GiveSome(db, cancellation) == MostAtOnce
        )
        {
            // There may be more.
        }
    }

    public static IQueryable<OutboxRow> After(CaseFlowDb db, long place) =>
        db.Database.IsNpgsql()
            ? db.Outbox.AsNoTracking().Where(row => row.Place > place).OrderBy(row => row.Place)
            : db.Outbox.AsNoTracking().Where(row => row.Id > place).OrderBy(row => row.Id);

    /// <summary>
    /// The events of the appends after one place and up to another, in no order. They are looked up row by row, whatever the
    /// database believes of its tables' sizes: left to plan the join, PostgreSQL reads all events until it has statistics of them.
    /// </summary>
    public static IQueryable<CaseEventRow> Events(CaseFlowDb db, long after, long upTo) =>
        db.Database.IsNpgsql()
            ? db.CaseEvents.FromSql(
                $"""
                SELECT e.* FROM outbox o CROSS JOIN LATERAL (
                  SELECT * FROM case_events
                  WHERE case_id = o.case_id AND position >= o.position AND position < o.position + o.count OFFSET 0
                ) e
                WHERE o.place > {after} AND o.place <= {upTo}
                """
            )
            : db.CaseEvents.FromSql(
                $"""
                SELECT e.* FROM outbox o CROSS JOIN case_events e
                ON e.case_id = o.case_id AND e.position >= o.position AND e.position < o.position + o.count
                WHERE o.id > {after} AND o.id <= {upTo}
                """
            );

    /// <summary>Where a row that has its place stands.</summary>
    public static long Of(OutboxRow row) => row.Place ?? row.Id;

    /// <summary>The last place given; 0 where there is none.</summary>
    public static async Task<long> Last(CaseFlowDb db, CancellationToken cancellation) =>
        (
            db.Database.IsNpgsql()
                ? await db.Outbox.MaxAsync(row => row.Place, cancellation)
                : await db.Outbox.MaxAsync(row => (long?)row.Id, cancellation)
        ) ?? 0;

    // The lock is taken by a statement of its own: the next one then sees what its last holder gave.
    private static async Task<int> GiveSome(CaseFlowDb db, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlRawAsync($"SELECT pg_advisory_xact_lock({Lock})", cancellation);
        var given = await db.Database.ExecuteSqlRawAsync(Give, cancellation);
        await transaction.CommitAsync(cancellation);
        return given;
    }
}
