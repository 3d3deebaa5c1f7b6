using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Duplicates;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Cases;

/// <summary>Finds the open cases of a customer that say what a new title says.</summary>
internal sealed class DuplicateCases(IDbContextFactory<CaseFlowDb> databases)
{
    // Of a customer with more open cases than people can read, the newest are looked at.
    private const int MostLookedAt = 200;
    private const int MostTold = 10;

    public sealed record Found(
        Guid Id,
        string Ticket,
        string Title,
        string Status,
        DateTimeOffset CreatedAt,
        decimal Score
    );

    /// <summary>The most alike first.</summary>
    /// <param name="since">Cases that were opened before are left alone.</param>
    public async ValueTask<ImmutableArray<Found>> Find(
        Guid customer,
        string title,
        DateTimeOffset since,
        CaseScope scope,
        CancellationToken cancellation
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var open = await scope
            .Apply(db.Cases.AsNoTracking())
            .Where(row => row.CustomerId == customer && row.State == CaseState.Active && row.CreatedAt >= since)
            .OrderByDescending(row => row.Id)
            .Take(MostLookedAt)
            .Select(row => new
            {
                row.Id,
                row.Ticket,
                row.Title,
                row.Status,
                row.CreatedAt,
            })
            .ToListAsync(cancellation);
        return
        [
            .. open.Select(row => new Found(
                    row.Id,
                    row.Ticket,
                    row.Title,
                    row.Status,
                    row.CreatedAt,
                    TitleLikeness.Score(title, row.Title)
                ))
                .Where(found => found.Score >= TitleLikeness.Likely)
                .OrderByDescending(found => found.Score)
                .ThenByDescending(found => found.Id)
                .Take(MostTold),
        ];
    }
}
