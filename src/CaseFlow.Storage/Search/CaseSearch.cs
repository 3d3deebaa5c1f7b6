using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CaseFlow.Storage;

/// <summary>Finds cases by words: one way to ask, whichever database answers.</summary>
public static class CaseSearch
{
    /// <summary>Pages of a search are in the order of its own SQL, which Entity Framework cannot see and would warn of.</summary>
    internal static void KeepsItsOrder(WarningsConfigurationBuilder warnings) =>
        warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning);

    /// <summary>
    /// The cases of a tier, the newest first, without those of the tiers before. They stream out of the index, so that a page of a
    /// million costs what it costs of a thousand; filters can be added, another order cannot.
    /// </summary>
    /// <param name="after">The last case seen of this tier.</param>
    public static IQueryable<CaseRow> Best(this CaseFlowDb db, SearchWords words, SearchTier tier, Guid? after)
    {
        var upper = words.Typed.ToUpperInvariant();
        if (tier == SearchTier.Ticket)
        {
            var ticket = db.Cases.Where(row => row.Ticket == words.Typed || row.Ticket == upper);
            return after is { } seen ? ticket.Where(row => row.Id < seen) : ticket;
        }

        if (words.Words.IsEmpty)
        {
            return db.Cases.Where(row => false);
        }

        var before = after is { } last
            ? db.CaseTexts.Where(row => row.CaseId == last).Select(row => row.Id).FirstOrDefault()
            : long.MaxValue;
        var newest =
            db is SqliteCaseFlowDb
                ? SqliteCaseSearch.Newest(db, SqliteCaseSearch.Match(words, tier), before)
                : PostgreSqlCaseSearch.Newest(db, words, tier, before);
        return newest.Where(row => row.Ticket != words.Typed && row.Ticket != upper);
    }

    /// <summary>Leaves the cases that fit, in whatever order they were.</summary>
    public static IQueryable<CaseRow> Matching(this IQueryable<CaseRow> rows, CaseFlowDb db, SearchWords words)
    {
        var upper = words.Typed.ToUpperInvariant();
        if (words.Words.IsEmpty)
        {
            return rows.Where(row => row.Ticket == words.Typed || row.Ticket == upper);
        }

        var texts =
            db is SqliteCaseFlowDb
                ? SqliteCaseSearch.Texts(db, SqliteCaseSearch.All(words))
                : PostgreSqlCaseSearch.Texts(db, PostgreSqlCaseSearch.All(words, weight: ""));
        var found = texts.Select(text => text.CaseId);
        return rows.Where(row => found.Contains(row.Id) || row.Ticket == words.Typed || row.Ticket == upper);
    }
}
