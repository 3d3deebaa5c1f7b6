using Npgsql;

namespace CaseFlow.Storage;

/// <summary>
/// A writer of a PostgreSQL database: a group of appends in one prepared statement, and so in one transaction and one
/// round trip. All its parts see the tables as they were before it; what one part did, the next learns from what it returns.
/// </summary>
internal sealed class PostgreSqlJournalWriter(NpgsqlDataSource source) : IJournalWriter
{
    // The plan is made once: planning this statement takes longer than running it, and every table is reached by its key.
    // Without scans to choose, a plan made while the tables were empty is still the right one when they are full. Turning
    // them off makes costs look high, and high costs would have the statement compiled for longer than it runs.
    private const string Settings = """
        SET plan_cache_mode = force_generic_plan;
        SET enable_seqscan = off;
        SET jit = off;
        SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off';
        SELECT set_config(name, 'lz4', false) FROM pg_settings
        WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals);
        """;

    private const string Statement = """
        WITH asked AS MATERIALIZED (
          SELECT a.*, NOT EXISTS (
            SELECT FROM kept_answers k WHERE k."user" = a.answer_user AND k."key" = a.answer_key
          ) AS free
          FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
            $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40) AS a (
            number, id, expected, ticket, process, definition, version, state, status, stage, queue, worker, owner, team,
            customer_id, contact_id, title, priority, origin, subject, created_at, modified_at, closed_at, due_at, risk_at,
            missed_at, head, snapshot, count, types,
            queue_changes, since, answer_user, answer_key, fingerprint, answer_status, body, etag, location, answer_at)
        ),
        opened AS (
          INSERT INTO cases (id, ticket, process, definition, version, state, status, stage, queue, worker, owner, team,
            customer_id, contact_id, title, priority, origin, subject, created_at, modified_at, closed_at, due_at, risk_at,
            missed_at, head, snapshot)
          SELECT id, ticket, process, definition, version, state, status, stage, queue, worker, owner, team,
            customer_id, contact_id, title, priority, origin, subject, created_at, modified_at, closed_at, due_at, risk_at,
            missed_at, head, snapshot
          FROM asked WHERE free AND id IS NOT NULL AND expected = 0
          ON CONFLICT DO NOTHING
          RETURNING id
        ),
        changed AS (
          UPDATE cases c SET
            definition = a.definition, version = a.version, state = a.state, status = a.status, stage = a.stage,
            queue = a.queue, worker = a.worker, owner = a.owner, team = a.team, customer_id = a.customer_id,
            contact_id = a.contact_id, title = a.title, priority = a.priority, origin = a.origin, subject = a.subject,
            modified_at = a.modified_at, closed_at = a.closed_at, due_at = a.due_at, risk_at = a.risk_at,
            missed_at = a.missed_at, head = a.head, snapshot = a.snapshot
          FROM asked a
          WHERE a.free AND a.expected > 0 AND c.id = a.id AND c.version = a.expected
          RETURNING c.id
        ),
        written AS MATERIALIZED (
          SELECT * FROM asked
          WHERE free AND (id IS NULL OR id IN (SELECT id FROM opened UNION ALL SELECT id FROM changed))
        ),
        kept AS (
          INSERT INTO kept_answers ("user", "key", fingerprint, status, body, etag, location, at)
          SELECT answer_user, answer_key, fingerprint, answer_status, body, etag, location, answer_at
          FROM written WHERE answer_user IS NOT NULL
        ),
        events AS (
          INSERT INTO case_events (case_id, position, json, at, "by", definition, hash)
          SELECT e.case_id, e.position, e.json, e.at, e."by", e.definition, e.hash
          FROM unnest($41, $42, $43, $44, $45, $46, $47) AS e (case_id, position, json, at, "by", definition, hash)
          WHERE e.case_id IN (SELECT id FROM written)
        ),
        queued AS (
          INSERT INTO queue_items (case_id, process, queue, priority, worker, since)
          SELECT id, process, queue, priority, worker, since FROM written WHERE queue_changes AND queue IS NOT NULL
          ON CONFLICT (case_id) DO UPDATE
          SET queue = excluded.queue, priority = excluded.priority, worker = excluded.worker, since = excluded.since
        ),
        unqueued AS (
          DELETE FROM queue_items
          WHERE case_id = ANY (ARRAY (SELECT id FROM written WHERE queue_changes AND queue IS NULL))
        ),
        told AS (
          INSERT INTO outbox (case_id, position, count, at, types)
          SELECT id, version - count + 1, count, modified_at, types FROM written WHERE id IS NOT NULL
        )
        SELECT a.number, a.free FROM asked a WHERE NOT EXISTS (SELECT FROM written w WHERE w.number = a.number)
        """;

    private NpgsqlConnection? connection;
    private NpgsqlCommand? command;
    private AppendColumns? columns;
    private PostgreSqlSideWriter? sides;

    public async ValueTask<Verdict[]> Write(IReadOnlyList<PreparedAppend> group)
    {
        if (command is null)
        {
            await Open();
        }

        // Most groups are one statement, which is a transaction in itself.
        if (group.All(append => append.Side.IsEmpty && !append.CanBeUndone))
        {
            return await WriteRows(group);
        }

        await using var transaction = await connection!.BeginTransactionAsync();
        var verdicts = new Verdict[group.Count];
        await WriteTogether(group, verdicts);
        var isDone = await WriteSidesTogether(group, transaction);
        for (var index = 0; index < group.Count; index++)
        {
            if (group[index].CanBeUndone && !(isDone && !group[index].HasCase))
            {
                verdicts[index] = await WriteAll(group[index], transaction);
            }
        }

        await transaction.CommitAsync();
        return verdicts;
    }

    public async ValueTask<bool> IsWritten(PreparedAppend append)
    {
        if (!append.HasCase)
        {
            return false; // whoever asked for it looks again, and finds it done
        }

        await using var find = append switch
        {
            { Events: [.., var last] } => new NpgsqlCommand(
                "SELECT 1 FROM case_events WHERE case_id = $1 AND position = $2 AND hash = $3",
                connection
            )
            {
                Parameters =
                {
                    new() { Value = last.CaseId },
                    new() { Value = last.Position },
                    new() { Value = last.Hash },
                },
            },
            { Answer: { } answer } => new NpgsqlCommand(
                """SELECT 1 FROM kept_answers WHERE "user" = $1 AND "key" = $2 AND fingerprint = $3 AND at = $4""",
                connection
            )
            {
                Parameters =
                {
                    new() { Value = answer.User },
                    new() { Value = answer.Key },
                    new() { Value = answer.Fingerprint },
                    new() { Value = answer.At.UtcTicks },
                },
            },
            _ => throw new ArgumentException("The append is empty.", nameof(append)),
        };
        return await find.ExecuteScalarAsync() is not null;
    }

    public async ValueTask DisposeAsync()
    {
        if (command is not null)
        {
            await command.DisposeAsync();
        }

        if (connection is not null)
        {
            await connection.DisposeAsync();
        }
    }

    private async Task Open()
    {
        connection = await source.OpenConnectionAsync();
        await using var settings = new NpgsqlCommand(Settings, connection);
        await settings.ExecuteNonQueryAsync();
        sides = new(connection);
        var statement = new NpgsqlCommand(Statement, connection);
        columns = new(statement.Parameters);
        await statement.PrepareAsync();
        command = statement;
    }

    /// <summary>Those that need nothing undone: all rows by one statement, then the side rows of those that were written.</summary>
    private async Task WriteTogether(IReadOnlyList<PreparedAppend> group, Verdict[] verdicts)
    {
        var places = Enumerable.Range(0, group.Count).Where(index => !group[index].CanBeUndone).ToList();
        if (places is [])
        {
            return;
        }

        var withCase = places.Where(place => group[place].HasCase).ToList();
        if (withCase is not [])
        {
            var written = await WriteRows([.. withCase.Select(place => group[place])]);
            foreach (var (index, place) in withCase.Index())
            {
                verdicts[place] = written[index];
            }
        }

        await sides!.Write(
            places.Where(place => verdicts[place] == Verdict.Appended).SelectMany(place => group[place].Side)
        );
    }

    /// <summary>
    /// Those that are side rows only: mostly all their guards hold, and then two round trips do for all of them. False
    /// where one does not; then none is written, and each needs a part of the transaction to itself.
    /// </summary>
    private async Task<bool> WriteSidesTogether(IReadOnlyList<PreparedAppend> group, NpgsqlTransaction transaction)
    {
        const string Mark = "sides";
        ImmutableArray<SideRow> rows =
        [
            .. group.Where(append => append.CanBeUndone && !append.HasCase).SelectMany(append => append.Side),
        ];
        if (rows.IsEmpty)
        {
            return true;
        }

        await transaction.SaveAsync(Mark);
        if (await sides!.WriteGuarded(rows))
        {
            return true;
        }

        await transaction.RollbackAsync(Mark);
        return false;
    }

    /// <summary>All of it or nothing, where more than one row decides.</summary>
    private async Task<Verdict> WriteAll(PreparedAppend append, NpgsqlTransaction transaction)
    {
        const string Mark = "append";
        await transaction.SaveAsync(Mark);
        var verdicts = append.HasCase ? await WriteRows([.. append.All]) : [];
        var verdict = Array.Find(verdicts, one => one != Verdict.Appended);
        if (verdict == Verdict.Appended && !await WriteSides(append))
        {
            verdict = Verdict.Overtaken;
        }

        if (verdict != Verdict.Appended)
        {
            await transaction.RollbackAsync(Mark);
        }

        await transaction.ReleaseAsync(Mark);
        return verdict;
    }

    private Task<bool> WriteSides(PreparedAppend append) =>
        append.HasCase ? sides!.Write(append.All.SelectMany(part => part.Side)) : sides!.WriteGuarded(append.Side);

    private async Task<Verdict[]> WriteRows(IReadOnlyList<PreparedAppend> group)
    {
        columns!.Fill(group);
        var verdicts = new Verdict[group.Count];
        await using var refused = await command!.ExecuteReaderAsync();
        while (await refused.ReadAsync())
        {
            verdicts[refused.GetInt32(0)] = refused.GetBoolean(1) ? Verdict.Overtaken : Verdict.AnswerTaken;
        }

        return verdicts;
    }
}
