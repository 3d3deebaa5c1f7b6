using CaseFlow.Engine.Cases;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Storage;

/// <summary>One connection that reads, with its statements prepared. Used by one caller at a time.</summary>
internal sealed class SqliteJournalReader : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteStatement load;
    private readonly SqliteStatement findByTicket;
    private readonly SqliteStatement history;
    private readonly SqliteStatement findAnswer;

    public SqliteJournalReader(string connectionString)
    {
        connection = SqliteConnections.Open(connectionString);
        load = new(connection, "SELECT snapshot, head FROM cases WHERE id = ?");
        findByTicket = new(connection, "SELECT id FROM cases WHERE ticket = ?");
        history = new(connection, "SELECT position, json, hash FROM case_events WHERE case_id = ? ORDER BY position");
        findAnswer = new(
            connection,
            """
            SELECT fingerprint, status, body, etag, location, at FROM kept_answers WHERE "user" = ? AND "key" = ?
            """
        );
    }

    public StoredCase? Load(CaseId id)
    {
        try
        {
            return load.Bind(id.Value).Step() ? CaseRow.Read(load.Bytes(0), load.Bytes(1)) : null;
        }
        finally
        {
            load.Reset();
        }
    }

    public CaseId? FindByTicket(string ticket)
    {
        try
        {
            return findByTicket.Bind(ticket).Step() ? new CaseId(findByTicket.Id(0)) : null;
        }
        finally
        {
            findByTicket.Reset();
        }
    }

    public ImmutableArray<RecordedEvent> History(CaseId id)
    {
        try
        {
            var events = ImmutableArray.CreateBuilder<RecordedEvent>();
            history.Bind(id.Value);
            while (history.Step())
            {
                events.Add(
                    new((int)history.Number(0), CaseEventRow.Read(history.Bytes(1)), EventHash.Read(history.Bytes(2)))
                );
            }

            return events.DrainToImmutable();
        }
        finally
        {
            history.Reset();
        }
    }

    public KeptAnswer? FindAnswer(string user, string key)
    {
        try
        {
            return findAnswer.Bind(user).Bind(key).Step()
                ? new()
                {
                    User = user,
                    Key = key,
                    Fingerprint = findAnswer.Bytes(0).ToArray(),
                    Status = (int)findAnswer.Number(1),
                    Body = findAnswer.Bytes(2).ToArray(),
                    Etag = findAnswer.Text(3),
                    Location = findAnswer.Text(4),
                    At = new(findAnswer.Number(5), TimeSpan.Zero),
                }
                : null;
        }
        finally
        {
            findAnswer.Reset();
        }
    }

    public void Dispose()
    {
        load.Dispose();
        findByTicket.Dispose();
        history.Dispose();
        findAnswer.Dispose();
        connection.Dispose();
    }
}
