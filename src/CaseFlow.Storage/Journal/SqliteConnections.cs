using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CaseFlow.Storage;

/// <summary>Opens connections to the SQLite file that are not a context's. Why each setting is as it is: docs/storage.md.</summary>
internal static class SqliteConnections
{
    private const string Writing = """
        PRAGMA synchronous = FULL;
        PRAGMA busy_timeout = 5000;
        PRAGMA cache_size = -131072;
        PRAGMA journal_size_limit = 268435456;
        """;

    private const string Reading = """
        PRAGMA query_only = ON;
        PRAGMA busy_timeout = 5000;
        PRAGMA cache_size = -8192;
        """;

    // Four times what it is copied at: only where nobody keeps up with that.
    private const int LongestLog = 128_000;

    public static SqliteConnection OpenWriter(string connectionString)
    {
        var writer = Open(connectionString, Writing);
        LeaveLog(writer);
        return writer;
    }

    public static SqliteConnection OpenReader(string connectionString) => Open(connectionString, Reading);

    /// <summary>Has commits leave the log to <see cref="SqliteCheckpoints"/>, unless it is far longer than that lets it become.</summary>
    public static void LeaveLog(SqliteConnection connection) =>
        raw.sqlite3_wal_autocheckpoint(connection.Handle!, LongestLog);

    /// <summary>How many pages the connection has written into the log since it was asked last.</summary>
    public static int TakePagesWritten(this SqliteConnection connection)
    {
        const int Written = raw.SQLITE_DBSTATUS_CACHE_WRITE;
        raw.sqlite3_db_status(connection.Handle!, Written, out var pages, out _, resetFlg: 1);
        return pages;
    }

    private static SqliteConnection Open(string connectionString, string pragmas)
    {
        // Not from the pool, which hands on connections with whatever settings their last user made.
        var address = new SqliteConnectionStringBuilder(connectionString) { Pooling = false };
        var connection = new SqliteConnection(address.ConnectionString);
        try
        {
            connection.Open();
            using var settings = connection.CreateCommand();
            settings.CommandText = pragmas;
            settings.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
