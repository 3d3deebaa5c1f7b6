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
        var appends = await OutboxPlaces.After(db, place).Take(most).ToListAsync(cancellation);
        if (appends is not [.., var last])
        {
            return [];
        }

        var events = await OutboxPlaces
            .Events(db, place, OutboxPlaces.Of(last))
            .AsNoTracking()
            .ToDictionaryAsync(happened => (happened.CaseId, happened.Position), cancellation);
        var cases = await CasesThen.Read(db, appends, cancellation);
        return
        [
            .. appends
                .Where(IsStillThere)
                .Select(append => new OutboxEntry(
                    OutboxPlaces.Of(append),
                    cases.After(append),
                    [
                        .. Enumerable
                            .Range(append.Position, append.Count)
                            .Select(position => Told(events[(append.CaseId, position)])),
                    ]
                )),
        ];

        // It may be trimmed between the two reads, by whoever found it old and read by all.
        bool IsStillThere(OutboxRow append) => events.ContainsKey((append.CaseId, append.Position));
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

    private static OutboxEvent Told(CaseEventRow happened) =>
        new(happened.Position, CaseEventRow.Read(happened.Json), happened.Json);
}
