using System.Collections.Concurrent;
using CaseFlow.Engine.Cases;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CaseFlow.Storage;

/// <summary>The journal in a SQLite file: one writer, and as many readers as ask at the same time.</summary>
internal sealed class SqliteJournal(string connectionString, WriteTurn turn) : IJournalDatabase
{
    private readonly ConcurrentBag<SqliteJournalReader> readers = [];

    public int Writers => 1;

    public IJournalWriter OpenWriter() => new SqliteJournalWriter(connectionString, turn);

    public bool IsTransient(Exception failure) =>
        failure is SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_IOERR };

    public ValueTask<StoredCase?> Load(CaseId id, CancellationToken cancellation) =>
        Read(reader => reader.Load(id), cancellation);

    public ValueTask<CaseId?> FindByTicket(string ticket, CancellationToken cancellation) =>
        Read(reader => reader.FindByTicket(ticket), cancellation);

    public ValueTask<ImmutableArray<RecordedEvent>> History(CaseId id, CancellationToken cancellation) =>
        Read(reader => reader.History(id), cancellation);

    public ValueTask<KeptAnswer?> FindAnswer(string user, string key, CancellationToken cancellation) =>
        Read(reader => reader.FindAnswer(user, key), cancellation);

    public ValueTask DisposeAsync()
    {
        while (readers.TryTake(out var reader))
        {
            reader.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    // SQLite reads within the call: a lookup by key takes microseconds, less than handing it to another thread.
    private ValueTask<T> Read<T>(Func<SqliteJournalReader, T> read, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!readers.TryTake(out var reader))
        {
            reader = new(connectionString);
        }

        try
        {
            return ValueTask.FromResult(read(reader));
        }
        finally
        {
            readers.Add(reader);
        }
    }
}
