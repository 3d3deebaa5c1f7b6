using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Storage;

/// <summary>Everything in one SQLite file.</summary>
internal sealed class SqliteStore : IStore, IDisposable
{
    private readonly string connectionString;
    private readonly ILoggerFactory? log;
    private readonly WriteTurn turn = new();
    private readonly SqliteReads reads;
    private readonly SqliteCheckpoints checkpoints;

    public SqliteStore(StorageOptions options, ILoggerFactory? log)
    {
        connectionString = options.ConnectionString;
        this.log = log;
        reads = new(connectionString);
        checkpoints = new(connectionString, turn, log);
        Contexts = new ContextFactory<SqliteCaseFlowDb>(
            new DbContextOptionsBuilder<SqliteCaseFlowDb>()
                .UseSqlite(connectionString)
                .UseLoggerFactory(log)
                .AddInterceptors(new SaveInTurn(turn), new SqliteContextConnections())
                .ConfigureWarnings(CaseSearch.KeepsItsOrder)
                .ConfigureWarnings(RebuildsTables)
                .Options
        );
    }

    public IDbContextFactory<CaseFlowDb> Contexts { get; }

    public IReads Reads => reads;

    public IWordSql Words { get; } = new SqliteWordSql();

    public IJournalDatabase OpenJournal() => new SqliteJournal(connectionString, turn, checkpoints);

    public async Task Prepare(CancellationToken cancellation)
    {
        var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        await using var db = await Contexts.CreateDbContextAsync(cancellation);

        // Migrating takes a lock of its own and writes it down; asking first spares that at every other start.
        if ((await db.Database.GetPendingMigrationsAsync(cancellation)).Any())
        {
            await db.Database.MigrateAsync(cancellation);
        }

        // Kept in the file, so that every connection of every process has it.
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellation);

        if (await CaseTextFill.IsDue(db, cancellation))
        {
            await new CaseTextFill(Contexts, log).Run(cancellation);
        }
    }

    // SQLite cannot change a column, so migrations build the table anew, and turn foreign keys off meanwhile. That cannot be part of
    // their transaction, and leaves nothing half done: each connection begins with its own setting.
    private static void RebuildsTables(WarningsConfigurationBuilder warnings) =>
        warnings.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning);

    public async Task<T> Write<T>(Func<CaseFlowDb, Task<T>> write, CancellationToken cancellation)
    {
        await using var db = await Contexts.CreateDbContextAsync(cancellation);
        await turn.Wait(cancellation);
        try
        {
            return await write(db);
        }
        finally
        {
            turn.Pass();
        }
    }

    public async Task<StoreSnapshot> OpenSnapshot(CancellationToken cancellation)
    {
        // One read transaction on one connection, which in SQLite can have any number of readers under way.
        var connection = SqliteConnections.OpenReader(connectionString);
        await using var begin = connection.CreateCommand();
        begin.CommandText = "BEGIN";
        await begin.ExecuteNonQueryAsync(cancellation);

        return new(() => Context(connection), [connection]);
    }

    public void Dispose()
    {
        reads.Dispose();
        checkpoints.Dispose();
        turn.Dispose();
    }

    private static SqliteCaseFlowDb Context(SqliteConnection connection)
    {
        var context = new SqliteCaseFlowDb(
            new DbContextOptionsBuilder<SqliteCaseFlowDb>().UseSqlite(connection).Options
        );

        // A context adds its functions to the connection at first use, which SQLite refuses once something is being read.
        context.Database.GetDbConnection();
        return context;
    }
}
