using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Entitlements;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Entitlements;

/// <summary><c>GET /api/entitlements/{id}/ledger</c>: everything that was ever added, taken and given back, oldest first.</summary>
internal static class ReadLedger
{
    /// <param name="Channel">Null for the entitlement as a whole; entries of a channel stand beside those.</param>
    /// <param name="Position">The event in the history of the case.</param>
    /// <param name="Event"><c>total</c>, <c>created</c>, <c>set</c>, <c>resolved</c>, <c>reactivated</c>, <c>cancelled</c> or <c>replaced</c>.</param>
    /// <param name="Amount">In terms; less than 0 where something was taken.</param>
    /// <param name="AmountUnits">In sixtieths of a term, and exact.</param>
    /// <param name="Balance">What was left after it.</param>
    public sealed record Entry(
        long Id,
        string? Channel,
        Guid? CaseId,
        string? Ticket,
        int? Position,
        string Event,
        decimal Amount,
        long AmountUnits,
        decimal Balance,
        long BalanceUnits,
        DateTimeOffset At,
        string By
    );

    public static void Map(IEndpointRouteBuilder entitlements) =>
        entitlements
            .MapGet("/{id:guid}/ledger", Handle)
            .Needs(Rights.ReadEntitlements)
            .WithName(nameof(ReadLedger))
            .WithSummary("Everything that was added, taken and given back")
            .Produces<Page<Entry>>()
            .ProducesProblems(400, 401, 404);

    private static async Task<IResult> Handle(
        Guid id,
        int? limit,
        string? cursor,
        IDbContextFactory<CaseFlowDb> databases,
        CancellationToken cancellation
    )
    {
        if (Paging.Read(limit, cursor, out var most, out var after) is { } problem)
        {
            return problem;
        }

        if (!long.TryParse(after ?? "0", CultureInfo.InvariantCulture, out var last))
        {
            return Paging.BadCursor;
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (!await db.Entitlements.AnyAsync(row => row.Id == id, cancellation))
        {
            return EntitlementDoor.NoSuchEntitlement(id);
        }

        var rows = await (
            from entry in db.EntitlementEntries.AsNoTracking()
            where entry.EntitlementId == id && entry.Id > last
            orderby entry.Id
            select new
            {
                Entry = entry,
                Ticket = db.Cases.Where(row => row.Id == entry.CaseId).Select(row => row.Ticket).FirstOrDefault(),
            }
        )
            .Take(most + 1)
            .ToListAsync(cancellation);
        return TypedResults.Ok(
            Paging.PageOf(
                [.. rows.Select(row => Show(row.Entry, row.Ticket))],
                most,
                entry => entry.Id.ToString(CultureInfo.InvariantCulture)
            )
        );
    }

    private static Entry Show(EntitlementEntryRow row, string? ticket) =>
        new(
            row.Id,
            row.Channel.Length == 0 ? null : row.Channel,
            row.CaseId,
            ticket,
            row.Position,
            row.Event,
            Units.ToTerms(row.Amount),
            row.Amount,
            Units.ToTerms(row.Balance),
            row.Balance,
            row.At,
            row.By
        );
}
