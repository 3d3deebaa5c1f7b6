using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Storage;

/// <summary>Reads what was appended, in one order that never changes and leaves nothing out; the appends to a case are in theirs.</summary>
public sealed class OutboxReader
{
    private readonly IStore store;

    internal OutboxReader(IStore store) => this.store = store;

    /// <summary>The appends after this place, as many as asked for at most.</summary>
    public async Task<ImmutableArray<OutboxEntry>> After(long place, int most, CancellationToken cancellation)
    {
        await using var db = await store.Contexts.CreateDbContextAsync(cancellation);
        await OutboxPlaces.GiveTo(db, cancellation);
        var rows = OutboxPlaces.After(db, place).Take(most);
        var told = await rows.Join(
                db.CaseEvents.AsNoTracking(),
                row => row.CaseId,
                happened => happened.CaseId,
                (row, happened) => new { row, happened }
            )
            .Where(pair =>
                pair.happened.Position >= pair.row.Position
                && pair.happened.Position < pair.row.Position + pair.row.Count
            )
            .ToListAsync(cancellation);
        if (told is [])
        {
            return [];
        }

        var appends = told.GroupBy(pair => pair.row.Id)
            .Select(pairs => (pairs.First().row, Events: pairs.Select(pair => pair.happened)))
            .OrderBy(append => append.row.Place ?? append.row.Id)
            .ToList();
        var cases = await CasesThen.Read(db, [.. appends.Select(append => append.row)], cancellation);
        return
        [
            .. appends.Select(append => new OutboxEntry(
                append.row.Place ?? append.row.Id,
                cases.After(append.row),
                [
                    .. append
                        .Events.OrderBy(happened => happened.Position)
                        .Select(happened => new OutboxEvent(
                            happened.Position,
                            CaseEventRow.Read(happened.Json),
                            happened.Json
                        )),
                ]
            )),
        ];
    }

    /// <summary>The place of the last append; 0 where there is none.</summary>
    public async Task<long> Last(CancellationToken cancellation)
    {
        await using var db = await store.Contexts.CreateDbContextAsync(cancellation);
        await OutboxPlaces.GiveTo(db, cancellation);
        return await OutboxPlaces.Last(db, cancellation);
    }

    /// <summary>What stands after this place is all there; what stood before it may have been trimmed.</summary>
    public async Task<long> Trimmed(CancellationToken cancellation)
    {
        await using var db = await store.Contexts.CreateDbContextAsync(cancellation);
        return await Position(db, OutboxPositionRow.Trimmed, cancellation);
    }

    internal static Task<long> Position(CaseFlowDb db, string reader, CancellationToken cancellation) =>
        db
            .OutboxPositions.Where(row => row.Reader == reader)
            .Select(row => row.Place)
            .FirstOrDefaultAsync(cancellation);
}
