using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CaseFlow.Storage;

/// <summary>Everything in one PostgreSQL database, which any number of nodes share.</summary>
internal sealed class PostgreSqlStore : IStore, IAsyncDisposable
{
    // Any number will do that nobody else locks by; these are the letters of the product.
    private const long MigrationLock = 0x63617365666C6F77;

    private readonly StorageOptions options;
    private readonly ILoggerFactory? log;
    private readonly NpgsqlDataSource source;

    public PostgreSqlStore(StorageOptions options, ILoggerFactory? log)
    {
        this.options = options;
        this.log = log;

        // The same few statements all day: the server keeps them parsed.
        var address = new NpgsqlConnectionStringBuilder(options.ConnectionString) { MaxAutoPrepare = 50 };
        source = new NpgsqlDataSourceBuilder(address.ConnectionString).UseLoggerFactory(log).Build();
        Reads = new PostgreSqlReads(source);
        Contexts = new ContextFactory<PostgreSqlCaseFlowDb>(
            new DbContextOptionsBuilder<PostgreSqlCaseFlowDb>()
                .UseNpgsql(source)
                .UseLoggerFactory(log)
                .ConfigureWarnings(CaseSearch.KeepsItsOrder)
                .Options
        );
    }

    public IDbContextFactory<CaseFlowDb> Contexts { get; }

    public IReads Reads { get; }

    public IWordSql Words { get; } = new PostgreSqlWordSql();

    public IJournalDatabase OpenJournal() => new PostgreSqlJournal(source, options.Writers);

    public async Task Prepare(CancellationToken cancellation)
    {
        await using var db = await Contexts.CreateDbContextAsync(cancellation);
        await CreateIfMissing(db, cancellation);
        if (
            !(await db.Database.GetPendingMigrationsAsync(cancellation)).Any()
            && !await CaseTextFill.IsDue(db, cancellation)
        )
        {
            return;
        }

        // Several nodes may start at once: one migrates, the others wait and find it done.
        await using var locked = await source.OpenConnectionAsync(cancellation);
        await Run(locked, $"SELECT pg_advisory_lock({MigrationLock})", cancellation);
        await db.Database.MigrateAsync(cancellation);
        if (await CaseTextFill.IsDue(db, cancellation))
        {
            await new CaseTextFill(Contexts, log).Run(cancellation);
        }

        await Run(locked, $"SELECT pg_advisory_unlock({MigrationLock})", cancellation);
    }

    public async Task<T> Write<T>(Func<CaseFlowDb, Task<T>> write, CancellationToken cancellation)
    {
        await using var db = await Contexts.CreateDbContextAsync(cancellation);
        return await write(db);
    }

    public async Task<StoreSnapshot> OpenSnapshot(CancellationToken cancellation)
    {
        // A connection reads one table at a time; sharing the first one's snapshot, all see the same moment.
        var connections = new List<NpgsqlConnection>();
        try
        {
            var first = await OpenReading(connections, cancellation);
            var moment = await Run(first, "SELECT pg_export_snapshot()", cancellation);
            while (connections.Count < StoreSnapshot.Tables)
            {
                var next = await OpenReading(connections, cancellation);
                await Run(next, $"SET TRANSACTION SNAPSHOT '{moment}'", cancellation);
            }
        }
        catch
        {
            foreach (var connection in connections)
            {
                await connection.DisposeAsync();
            }

            throw;
        }

        var unused = new Queue<NpgsqlConnection>(connections);
        return new(() => Context(unused.Dequeue()), connections);
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private async Task<NpgsqlConnection> OpenReading(List<NpgsqlConnection> opened, CancellationToken cancellation)
    {
        var connection = await source.OpenConnectionAsync(cancellation);
        opened.Add(connection);
        await Run(connection, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", cancellation);
        return connection;
    }

    private static PostgreSqlCaseFlowDb Context(NpgsqlConnection connection) =>
        new(new DbContextOptionsBuilder<PostgreSqlCaseFlowDb>().UseNpgsql(connection).Options);

    private static async Task<object?> Run(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        // Waiting for another node's migration may take as long as that does.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return await command.ExecuteScalarAsync(cancellation);
    }

    private static async Task CreateIfMissing(CaseFlowDb db, CancellationToken cancellation)
    {
        var creator = (IRelationalDatabaseCreator)db.GetService<IDatabaseCreator>();
        if (await creator.ExistsAsync(cancellation))
        {
            return;
        }

        try
        {
            await creator.CreateAsync(cancellation);
        }
        catch (PostgresException clash)
            when (clash.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another node was as quick.
        }
    }
}
