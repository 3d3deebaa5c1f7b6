using CaseFlow.Engine.Processes;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Queues;

/// <summary>What is in a queue, in the order in which it is given away.</summary>
internal static class QueueItems
{
    /// <summary>Where a page ended: the rank, since when the item waited, and its case.</summary>
    public sealed record Mark(int Rank, DateTimeOffset Since, Guid Case);

    /// <summary>The first items after the mark.</summary>
    /// <param name="items">Those of one queue of the process, filtered as one likes.</param>
    public static Task<List<(QueueItemRow Item, int Rank)>> InOrder(
        IQueryable<QueueItemRow> items,
        CaseProcess process,
        Mark? after,
        int most,
        CancellationToken cancellation
    ) =>
        InOrder(
            items,
            process,
            after,
            most,
            rows => rows.OrderBy(row => row.Since).ThenBy(row => row.CaseId),
            cancellation
        );

    /// <param name="read">Reads items of one rank, in the order of waiting.</param>
    /// <inheritdoc cref="InOrder(IQueryable{QueueItemRow}, CaseProcess, Mark?, int, CancellationToken)" />
    public static async Task<List<(T Item, int Rank)>> InOrder<T>(
        IQueryable<QueueItemRow> items,
        CaseProcess process,
        Mark? after,
        int most,
        Func<IQueryable<QueueItemRow>, IQueryable<T>> read,
        CancellationToken cancellation
    )
    {
        var found = new List<(T Item, int Rank)>();
        var ranks = OfferOrder.Of(process).Ranks;
        for (var rank = after?.Rank ?? 0; rank < ranks.Length && found.Count < most; rank++)
        {
            var rows = items.Where(ranks[rank]);
            if (after is { } mark && mark.Rank == rank)
            {
                rows = rows.Where(row => row.Since > mark.Since || (row.Since == mark.Since && row.CaseId > mark.Case));
            }

            var some = await read(rows).Take(most - found.Count).ToListAsync(cancellation);
            found.AddRange(some.Select(row => (row, rank)));
        }

        return found;
    }
}
