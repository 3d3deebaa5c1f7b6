using Microsoft.Data.Sqlite;

namespace CaseFlow.Storage;

/// <summary>Opens connections to the SQLite file that are not a context's. Why each setting is as it is: docs/storage.md.</summary>
internal static class SqliteConnections
{
    private const string Writing = """
        PRAGMA synchronous = FULL;
        PRAGMA busy_timeout = 5000;
        PRAGMA cache_size = -131072;
        PRAGMA journal_size_limit = 134217728;
        PRAGMA wal_autocheckpoint = 16000;
        """;

    private const string Reading = """
        PRAGMA query_only = ON;
        PRAGMA busy_timeout = 5000;
        PRAGMA cache_size = -8192;
        """;

    public static SqliteConnection OpenWriter(string connectionString) => Open(connectionString, Writing);

    public static SqliteConnection OpenReader(string connectionString) => Open(connectionString, Reading);

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
