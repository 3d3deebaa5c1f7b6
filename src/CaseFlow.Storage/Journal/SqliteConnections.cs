using Microsoft.Data.Sqlite;

namespace CaseFlow.Storage;

/// <summary>Opens the journal's own connections to the SQLite file. Why each setting is as it is: docs/storage.md.</summary>
internal static class SqliteConnections
{
    public const string Settings = """
        PRAGMA synchronous = FULL;
        PRAGMA busy_timeout = 5000;
        PRAGMA cache_size = -131072;
        PRAGMA journal_size_limit = 134217728;
        PRAGMA wal_autocheckpoint = 16000;
        """;

    public static SqliteConnection Open(string connectionString)
    {
        // Not from the pool, which hands on connections with whatever settings their last user made.
        var address = new SqliteConnectionStringBuilder(connectionString) { Pooling = false };
        var connection = new SqliteConnection(address.ConnectionString);
        try
        {
            connection.Open();
            using var settings = connection.CreateCommand();
            settings.CommandText = Settings;
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
