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
}
