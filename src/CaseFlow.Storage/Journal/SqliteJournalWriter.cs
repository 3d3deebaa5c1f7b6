using Microsoft.Data.Sqlite;

namespace CaseFlow.Storage;

/// <summary>The one writer of a SQLite file: a group of appends, statement by statement, in one transaction.</summary>
internal sealed class SqliteJournalWriter : IJournalWriter
{
    private readonly WriteTurn turn;
    private readonly SqliteCheckpoints checkpoints;
    private readonly SqliteConnection connection;
    private readonly List<SqliteStatement> statements = [];
    private readonly SqliteStatement begin;
    private readonly SqliteStatement commit;
    private readonly SqliteStatement keepAnswer;
    private readonly SqliteStatement forgetAnswer;
    private readonly SqliteStatement openCase;
    private readonly SqliteCaseUpdates updates;
    private readonly SqliteStatement addEvent;
    private readonly SqliteStatement putInQueue;
    private readonly SqliteStatement takeFromQueue;
    private readonly SqliteStatement addToOutbox;
    private readonly SqliteStatement mark;
    private readonly SqliteStatement backToMark;
    private readonly SqliteStatement unmark;
    private readonly Dictionary<SideStatement, SqliteStatement> sides = [];
    private readonly SqliteStatement findEvent;
    private readonly SqliteStatement findAnswer;

    public SqliteJournalWriter(string connectionString, WriteTurn turn, SqliteCheckpoints checkpoints)
    {
        this.turn = turn;
        this.checkpoints = checkpoints;
        connection = SqliteConnections.OpenWriter(connectionString);
        begin = Prepare("BEGIN IMMEDIATE");
        commit = Prepare("COMMIT");
        mark = Prepare("SAVEPOINT append");
        backToMark = Prepare("ROLLBACK TO append");
        unmark = Prepare("RELEASE append");
        keepAnswer = Prepare(
            """
            INSERT INTO kept_answers ("user", "key", fingerprint, status, body, etag, location, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """
        );
        forgetAnswer = Prepare("""DELETE FROM kept_answers WHERE "user" = ? AND "key" = ?""");
        openCase = Prepare(
            """
            INSERT INTO cases (id, ticket, process, created_at, state, queue, owner, customer_id, status, stage, closed_at,
              risk_at, missed_at, definition, version, worker, team, contact_id, title, priority, origin, subject, modified_at,
              due_at, head, snapshot)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """
        );
        updates = new(connection);
        addEvent = Prepare(
            """
            INSERT INTO case_events (case_id, position, json, at, "by", definition, hash) VALUES (?, ?, ?, ?, ?, ?, ?)
            """
        );
        putInQueue = Prepare(
            """
            INSERT INTO queue_items (case_id, process, queue, priority, worker, since) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (case_id) DO UPDATE SET
              queue = excluded.queue, priority = excluded.priority, worker = excluded.worker, since = excluded.since
            """
        );
        takeFromQueue = Prepare("DELETE FROM queue_items WHERE case_id = ?");
        addToOutbox = Prepare("INSERT INTO outbox (case_id, position, count, at, types) VALUES (?, ?, ?, ?, ?)");
        findEvent = Prepare("SELECT 1 FROM case_events WHERE case_id = ? AND position = ? AND hash = ?");
        findAnswer = Prepare(
            """SELECT 1 FROM kept_answers WHERE "user" = ? AND "key" = ? AND fingerprint = ? AND at = ?"""
        );
    }

    public async ValueTask<Verdict[]> Write(IReadOnlyList<PreparedAppend> group)
    {
        await turn.Wait(CancellationToken.None);
        try
        {
            var verdicts = WriteGroup(group);
            checkpoints.Written(connection.TakePagesWritten());
            return verdicts;
        }
        finally
        {
            turn.Pass();
        }
    }

    public ValueTask<bool> IsWritten(PreparedAppend append)
    {
        if (!append.HasCase)
        {
            return ValueTask.FromResult(false); // whoever asked for it looks again, and finds it done
        }

        var found = append switch
        {
            { Events: [.., var last] } => findEvent.Bind(last.CaseId).Bind(last.Position).Bind(last.Hash),
            { Answer: { } answer } => findAnswer
                .Bind(answer.User)
                .Bind(answer.Key)
                .Bind(answer.Fingerprint)
                .Bind(answer.At),
            _ => throw new ArgumentException("The append is empty.", nameof(append)),
        };
        var written = found.Step();
        found.Reset();
        return ValueTask.FromResult(written);
    }

    public ValueTask DisposeAsync()
    {
        foreach (var statement in statements)
        {
            statement.Dispose();
        }

        updates.Dispose();
        return connection.DisposeAsync();
    }

    private SqliteStatement Prepare(string sql)
    {
        var statement = new SqliteStatement(connection, sql);
        statements.Add(statement);
        return statement;
    }

    private Verdict[] WriteGroup(IReadOnlyList<PreparedAppend> group)
    {
        begin.Execute();
        var verdicts = new Verdict[group.Count];
        for (var index = 0; index < verdicts.Length; index++)
        {
            verdicts[index] = group[index].CanBeUndone ? WriteAll(group[index]) : WriteOne(group[index]);
        }

        commit.Execute();
        return verdicts;
    }

    // All of it or nothing, where more than one row decides.
    private Verdict WriteAll(PreparedAppend append)
    {
        mark.Execute();
        var verdict = Verdict.Appended;
        foreach (var part in append.All)
        {
            verdict = WriteOne(part);
            if (verdict != Verdict.Appended)
            {
                backToMark.Execute();
                break;
            }
        }

        unmark.Execute();
        return verdict;
    }

    // The answer and then the row are the guards, and nothing is written before them that would have to be undone.
    private Verdict WriteOne(PreparedAppend append)
    {
        if (append.Answer is { } answer && !Keep(answer))
        {
            return Verdict.AnswerTaken;
        }

        if (append.Row is not { } row)
        {
            return WriteSide(append) ? Verdict.Appended : Verdict.Overtaken;
        }

        if (!WriteRow(row, append))
        {
            if (append.Answer is { } kept)
            {
                forgetAnswer.Bind(kept.User).Bind(kept.Key).Execute();
            }

            return Verdict.Overtaken;
        }

        WriteRest(row, append);
        return WriteSide(append) ? Verdict.Appended : Verdict.Overtaken;
    }

    /// <summary>False where a guard does not hold.</summary>
    private bool WriteSide(PreparedAppend append)
    {
        foreach (var row in append.Side)
        {
            if (!sides.TryGetValue(row.Statement, out var statement))
            {
                sides.Add(row.Statement, statement = Prepare(row.Statement.Sql));
            }

            foreach (var value in row.Values)
            {
                Bind(statement, value);
            }

            if (statement.Execute() != 1 && row.Statement.IsGuard)
            {
                return false;
            }
        }

        return true;
    }

    private static SqliteStatement Bind(SqliteStatement statement, object? value) =>
        value switch
        {
            null => statement.Bind((string?)null),
            Guid id => statement.Bind(id),
            long number => statement.Bind(number),
            int number => statement.Bind(number),
            bool flag => statement.Bind(flag ? 1 : 0),
            string text => statement.Bind(text),
            _ => throw new ArgumentException($"A side row cannot hold a {value.GetType().Name}.", nameof(value)),
        };

    private bool Keep(KeptAnswer answer) =>
        keepAnswer
            .Bind(answer.User)
            .Bind(answer.Key)
            .Bind(answer.Fingerprint)
            .Bind(answer.Status)
            .Bind(answer.Body)
            .Bind(answer.Etag)
            .Bind(answer.Location)
            .Bind(answer.At)
            .Execute() == 1;

    private bool WriteRow(CaseRow row, PreparedAppend append)
    {
        if (append.Before is null)
        {
            openCase.Bind(row.Id).Bind(row.Ticket).Bind(row.Process).Bind(row.CreatedAt);
            SqliteCaseUpdates.BindIndexed(openCase, row, IndexedColumns.All);
            return SqliteCaseUpdates.BindRest(openCase, row).Execute() == 1;
        }

        return updates.Write(row, append);
    }

    private void WriteRest(CaseRow row, PreparedAppend append)
    {
        foreach (var happened in append.Events)
        {
            addEvent
                .Bind(happened.CaseId)
                .Bind(happened.Position)
                .BindText(happened.Json)
                .Bind(happened.At)
                .Bind(happened.By)
                .Bind(happened.Definition)
                .Bind(happened.Hash)
                .Execute();
        }

        if (append.QueueItemChanges)
        {
            _ = append.QueueItem is { } item
                ? putInQueue
                    .Bind(item.CaseId)
                    .Bind(item.Process)
                    .Bind(item.Queue)
                    .Bind(item.Priority)
                    .Bind(item.Worker)
                    .Bind(item.Since)
                    .Execute()
                : takeFromQueue.Bind(row.Id).Execute();
        }

        addToOutbox
            .Bind(row.Id)
            .Bind(append.Events[0].Position)
            .Bind(append.Events.Length)
            .Bind(row.ModifiedAt)
            .Bind(append.Types)
            .Execute();
    }
}
