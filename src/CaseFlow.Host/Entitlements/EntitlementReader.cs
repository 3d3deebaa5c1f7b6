using CaseFlow.Engine.Entitlements;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Entitlements;

/// <summary>Entitlements as decisions see them, with what is left of them just now.</summary>
internal sealed class EntitlementReader(IDbContextFactory<CaseFlowDb> databases)
{
    /// <param name="ids">These, whatever they are.</param>
    /// <param name="customers">And the activated defaults of these.</param>
    public async ValueTask<ImmutableArray<EntitlementFacts>> Find(
        IReadOnlyList<Guid> ids,
        IReadOnlyList<Guid> customers,
        CancellationToken cancellation
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rows = await db
            .Entitlements.AsNoTracking()
            .Where(row =>
                ids.Contains(row.Id)
                || (row.IsDefault && row.State == EntitlementState.Activated && customers.Contains(row.CustomerId))
            )
            .ToListAsync(cancellation);
        return await WithBalances(db, rows, cancellation) is var found ? [.. found.Select(one => one.Facts)] : [];
    }

    /// <summary>The rows, each with what is left of it.</summary>
    public static async Task<List<(EntitlementRow Row, EntitlementFacts Facts)>> WithBalances(
        CaseFlowDb db,
        IReadOnlyList<EntitlementRow> rows,
        CancellationToken cancellation
    )
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var ids = rows.Select(row => row.Id).ToList();
        var balances = await db
            .EntitlementBalances.AsNoTracking()
            .Where(row => ids.Contains(row.EntitlementId))
            .ToListAsync(cancellation);
        var own = balances.ToLookup(row => row.EntitlementId);
        return [.. rows.Select(row => (row, row.ToFacts(own[row.Id])))];
    }
}
