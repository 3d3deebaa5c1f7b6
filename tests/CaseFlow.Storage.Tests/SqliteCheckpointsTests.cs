using Microsoft.Data.Sqlite;

namespace CaseFlow.Storage.Tests;

/// <summary>When the log of a SQLite file is copied into it.</summary>
public sealed class SqliteCheckpointsTests : IAsyncLifetime
{
    private const int Megabyte = 1_048_576;

    private TestDatabase database = null!;
    private TestStore store = null!;
    private SqliteConnection writer = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.Create(StorageProvider.Sqlite);
        store = await TestStore.Open(database);
        await store.Sql("CREATE TABLE filling (bytes BLOB)");
        writer = SqliteConnections.OpenWriter(database.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        await store.DisposeAsync();
        database.Dispose();
    }

    [Fact]
    public async Task A_long_log_is_copied_into_the_file_beside_the_writer_and_begins_anew()
    {
        using var turn = new WriteTurn();
        using (var checkpoints = new SqliteCheckpoints(database.ConnectionString, turn, log: null))
        {
            await Write(turn, checkpoints, megabytes: 140);
        }

        await Write(turn, null, megabytes: 40);

        Assert.InRange(Log.Length, 128 * Megabyte, 145 * Megabyte);
    }

    [Fact]
    public async Task A_short_log_is_left_alone()
    {
        using var turn = new WriteTurn();
        using (var checkpoints = new SqliteCheckpoints(database.ConnectionString, turn, log: null))
        {
            await Write(turn, checkpoints, megabytes: 60);
        }

        await Write(turn, null, megabytes: 60);

        Assert.InRange(Log.Length, 120 * Megabyte, 125 * Megabyte);
    }

    [Fact]
    public async Task What_a_context_writes_stays_in_the_log_until_it_is_its_time()
    {
        await store.Sql($"INSERT INTO filling VALUES (zeroblob({8 * Megabyte}))");
        var grown = Log.Length;

        await store.Sql($"INSERT INTO filling VALUES (zeroblob({8 * Megabyte}))");

        Assert.InRange(Log.Length, grown + (8 * Megabyte), grown + (9 * Megabyte));
    }

    private FileInfo Log => new(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource + "-wal");

    private async Task Write(WriteTurn turn, SqliteCheckpoints? checkpoints, int megabytes)
    {
        for (var number = 0; number < megabytes; number++)
        {
            await turn.Wait(TestContext.Current.CancellationToken);
            await using var insert = writer.CreateCommand();
            insert.CommandText = $"INSERT INTO filling VALUES (zeroblob({Megabyte}))";
            await insert.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            checkpoints?.Written(writer.TakePagesWritten());
            turn.Pass();
        }
    }
}
