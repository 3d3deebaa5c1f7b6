using System.Collections.Concurrent;

namespace CaseFlow.Storage;

/// <summary>Reads of a SQLite file: as many connections as ask at the same time.</summary>
internal sealed class SqliteReads(string connectionString) : IReads, IDisposable
{
    private readonly ConcurrentBag<SqliteReader> idle = [];

    // SQLite reads within the call: a look-up by key takes microseconds, less than handing it to another thread.
    public ValueTask<ImmutableArray<T>> All<T>(Sql sql, Func<IRow, T> read, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var reader = idle.TryTake(out var free) ? free : new(connectionString);
        try
        {
            return new(reader.All(sql, read));
        }
        finally
        {
            idle.Add(reader);
        }
    }

    public void Dispose()
    {
        while (idle.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }
}
