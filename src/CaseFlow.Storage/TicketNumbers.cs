using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Storage;

/// <summary>
/// Gives out ticket numbers, each once, whoever else does so from the same database. It takes them from the database in
/// small blocks, so that opening a case seldom waits for that; what is left of a block when the process ends is never used.
/// </summary>
public sealed class TicketNumbers
{
    private const int BlockSize = 20;

    private readonly IStore store;
    private readonly ConcurrentDictionary<string, Block> blocks = new(StringComparer.Ordinal);

    internal TicketNumbers(IStore store) => this.store = store;

    /// <summary>The next number, from 1, in a series.</summary>
    public async ValueTask<long> Next(string series, CancellationToken cancellation)
    {
        var block = blocks.GetOrAdd(series, _ => new());
        await block.Turn.WaitAsync(cancellation);
        try
        {
            if (block.Left == 0)
            {
                block.Next = await Take(series, cancellation);
                block.Left = BlockSize;
            }

            block.Left--;
            return block.Next++;
        }
        finally
        {
            block.Turn.Release();
        }
    }

    private Task<long> Take(string series, CancellationToken cancellation) =>
        store.Write(
            async db =>
            {
                var taken = await db
                    .Database.SqlQuery<long>(
                        $"""
                        INSERT INTO ticket_series (series, next) VALUES ({series}, {BlockSize + 1})
                        ON CONFLICT (series) DO UPDATE SET next = ticket_series.next + {BlockSize}
                        RETURNING next - {BlockSize} AS "Value"
                        """
                    )
                    .ToListAsync(cancellation);
                return taken[0];
            },
            cancellation
        );

    private sealed class Block
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public long Next { get; set; }

        public int Left { get; set; }
    }
}
