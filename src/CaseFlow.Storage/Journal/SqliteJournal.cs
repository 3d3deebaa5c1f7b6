using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CaseFlow.Storage;

/// <summary>The journal in a SQLite file, which has one writer.</summary>
internal sealed class SqliteJournal(string connectionString, WriteTurn turn, SqliteCheckpoints checkpoints)
    : IJournalDatabase
{
    public int Writers => 1;

    public IJournalWriter OpenWriter() => new SqliteJournalWriter(connectionString, turn, checkpoints);

    public bool IsTransient(Exception failure) =>
        failure is SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_IOERR };
}
