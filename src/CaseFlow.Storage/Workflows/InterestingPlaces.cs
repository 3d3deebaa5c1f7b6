using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Storage;

/// <summary>
/// Looks over what was appended without reading it: mostly no workflow has to do with it, and busy cases must not be read
/// twice for nothing.
/// </summary>
internal static class InterestingPlaces
{
    /// <summary>Up to where there is something, and from where on it must be read; null where there is nothing at all.</summary>
    /// <param name="types">The types of events that must be read; null for all.</param>
    public static async Task<(long Last, long? First)?> After(
        CaseFlowDb db,
        long place,
        IReadOnlyCollection<string>? types,
        CancellationToken cancellation
    )
    {
        await OutboxPlaces.GiveTo(db, cancellation);
        var last = await OutboxPlaces.Last(db, cancellation);
        if (last <= place)
        {
            return null;
        }

        if (types is null)
        {
            return (last, place + 1);
        }

        var number = db.Database.IsNpgsql() ? "place" : "id";
        var fits = string.Join(
            " OR ",
            types.Select((_, index) => FormattableString.Invariant($"e.json LIKE {{{index + 2}}}"))
        );
        var look = $$"""
            SELECT MIN(o.{{number}}) AS "Value" FROM outbox o
            JOIN case_events e ON e.case_id = o.case_id AND e.position >= o.position AND e.position < o.position + o.count
            WHERE o.{{number}} > {0} AND o.{{number}} <= {1} AND ({{fits}})
            """;
        var found = await db
            .Database.SqlQueryRaw<long?>(look, [place, last, .. types.Select(type => $"%\"{type}\"%")])
            .SingleAsync(cancellation);
        return (last, found);
    }
}
