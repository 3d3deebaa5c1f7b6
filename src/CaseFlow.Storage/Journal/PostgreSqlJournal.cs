using CaseFlow.Engine.Cases;
using Npgsql;

namespace CaseFlow.Storage;

/// <summary>The journal in a PostgreSQL database, which other nodes write to as well.</summary>
internal sealed class PostgreSqlJournal(NpgsqlDataSource source, int writers) : IJournalDatabase
{
    public int Writers => writers;

    public IJournalWriter OpenWriter() => new PostgreSqlJournalWriter(source);

    public bool IsTransient(Exception failure) =>
        failure switch
        {
            // The server is going down, or somebody ended this connection: the next one may find it up again.
            PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown } =>
                true,
            // Another node kept an answer under the same key in this very moment: by the next attempt it can be seen.
            PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "pk_kept_answers" } =>
                true,
            _ => failure is NpgsqlException { IsTransient: true },
        };

    public async ValueTask<StoredCase?> Load(CaseId id, CancellationToken cancellation)
    {
        await using var load = Ask("SELECT snapshot, head FROM cases WHERE id = $1", id.Value);
        await using var rows = await load.ExecuteReaderAsync(cancellation);
        return await rows.ReadAsync(cancellation)
            ? CaseRow.Read(rows.GetFieldValue<byte[]>(0), rows.GetFieldValue<byte[]>(1))
            : null;
    }

    public async ValueTask<CaseId?> FindByTicket(string ticket, CancellationToken cancellation)
    {
        await using var find = Ask("SELECT id FROM cases WHERE ticket = $1", ticket);
        return await find.ExecuteScalarAsync(cancellation) is Guid id ? new CaseId(id) : null;
    }

    public async ValueTask<ImmutableArray<RecordedEvent>> History(CaseId id, CancellationToken cancellation)
    {
        await using var read = Ask(
            "SELECT position, json, hash FROM case_events WHERE case_id = $1 ORDER BY position",
            id.Value
        );
        await using var rows = await read.ExecuteReaderAsync(cancellation);
        var events = ImmutableArray.CreateBuilder<RecordedEvent>();
        while (await rows.ReadAsync(cancellation))
        {
            events.Add(
                new(
                    rows.GetInt32(0),
                    CaseEventRow.Read(rows.GetFieldValue<byte[]>(1)),
                    EventHash.Read(rows.GetFieldValue<byte[]>(2))
                )
            );
        }

        return events.DrainToImmutable();
    }

    public async ValueTask<KeptAnswer?> FindAnswer(string user, string key, CancellationToken cancellation)
    {
        await using var find = Ask(
            """
            SELECT fingerprint, status, body, etag, location, at FROM kept_answers WHERE "user" = $1 AND "key" = $2
            """,
            user,
            key
        );
        await using var rows = await find.ExecuteReaderAsync(cancellation);
        return await rows.ReadAsync(cancellation)
            ? new()
            {
                User = user,
                Key = key,
                Fingerprint = rows.GetFieldValue<byte[]>(0),
                Status = rows.GetInt32(1),
                Body = rows.GetFieldValue<byte[]>(2),
                Etag = await rows.IsDBNullAsync(3, cancellation) ? null : rows.GetString(3),
                Location = await rows.IsDBNullAsync(4, cancellation) ? null : rows.GetString(4),
                At = new(rows.GetInt64(5), TimeSpan.Zero),
            }
            : null;
    }

    // The source belongs to the store, which lends it to others too.
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private NpgsqlCommand Ask(string sql, params ReadOnlySpan<object> values)
    {
        var command = source.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }
}
