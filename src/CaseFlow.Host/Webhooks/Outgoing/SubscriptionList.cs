using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Webhooks.Outgoing;

/// <summary>Shows subscriptions with how they are doing.</summary>
internal sealed class SubscriptionList(SubscriptionConditions conditions)
{
    public async Task<ImmutableArray<SubscriptionShape>> Show(
        CaseFlowDb db,
        IReadOnlyList<SubscriptionRow> rows,
        CancellationToken cancellation
    )
    {
        List<Guid> ids = [.. rows.Select(row => row.Id)];
        var secrets = (
            await db
                .SubscriptionSecrets.AsNoTracking()
                .Where(secret => ids.Contains(secret.SubscriptionId))
                .ToListAsync(cancellation)
        ).ToLookup(secret => secret.SubscriptionId);
        var counts = await db
            .Deliveries.Where(row => ids.Contains(row.SubscriptionId) && row.Status != DeliveryStatus.Delivered)
            .GroupBy(row => new { row.SubscriptionId, row.Status })
            .Select(group => new
            {
                group.Key.SubscriptionId,
                group.Key.Status,
                Count = group.Count(),
            })
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(row =>
                SubscriptionShape.Of(
                    row,
                    secrets[row.Id],
                    problem: row.Condition is { } condition ? conditions.Check(condition, row.Process) : null,
                    waiting: Count(row.Id, DeliveryStatus.Waiting),
                    dead: Count(row.Id, DeliveryStatus.Dead)
                )
            ),
        ];

        int Count(Guid id, string status) =>
            counts.Where(one => one.SubscriptionId == id && one.Status == status).Sum(one => one.Count);
    }
}
