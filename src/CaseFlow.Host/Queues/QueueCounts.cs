using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Queues;

/// <summary>How many cases wait in a queue and are worked on, and since when the one waits that has waited longest.</summary>
internal sealed record QueueCounts(int Waiting, int Worked, DateTimeOffset? OldestWaiting)
{
    /// <summary>Of every queue with cases in it.</summary>
    public static async Task<IReadOnlyDictionary<(string Process, string Queue), QueueCounts>> Read(
        IDbContextFactory<CaseFlowDb> databases,
        CancellationToken cancellation
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var counted = await db
            .QueueItems.AsNoTracking()
            .GroupBy(row => new { row.Process, row.Queue })
            .Select(group => new
            {
                group.Key,
                Waiting = group.Count(row => row.Worker == null),
                Worked = group.Count(row => row.Worker != null),
                Oldest = group.Min(row => row.Worker == null ? (DateTimeOffset?)row.Since : null),
            })
            .ToListAsync(cancellation);
        return counted.ToDictionary(
            one => (one.Key.Process, one.Key.Queue),
            one => new QueueCounts(one.Waiting, one.Worked, one.Oldest)
        );
    }
}
