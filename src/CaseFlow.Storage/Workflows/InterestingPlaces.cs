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
        var fits = string.Concat(
            types.Select((_, index) => FormattableString.Invariant($" OR types LIKE {{{index + 2}}}"))
        );
        var look = $$"""
            SELECT MIN({{number}}) AS "Value" FROM outbox
            WHERE {{number}} > {0} AND {{number}} <= {1} AND (types IS NULL{{fits}})
            """;
        var found = await db
            .Database.SqlQueryRaw<long?>(look, [place, last, .. types.Select(type => $"%,{type},%")])
            .SingleAsync(cancellation);
        return (last, found);
    }
}
