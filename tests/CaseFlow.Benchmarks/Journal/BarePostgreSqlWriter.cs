using CaseFlow.Storage;
using Npgsql;

namespace CaseFlow.Benchmarks;

/// <summary>One connection of the bare loop: three statements in a batch, prepared once, their arrays filled anew for each group.</summary>
internal sealed class BarePostgreSqlWriter : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlBatch batch;
    private readonly CaseArrays cases;
    private readonly EventArrays events;
    private readonly OutboxArrays outbox;

    private BarePostgreSqlWriter(NpgsqlConnection connection)
    {
        this.connection = connection;
        batch = new NpgsqlBatch(connection);
        cases = new(
            Add(
                """
                UPDATE cases c SET status = a.status, definition = a.definition, version = a.version,
                  modified_at = a.at, head = a.head, snapshot = a.snapshot
                FROM unnest($1, $2, $3, $4, $5, $6, $7, $8) AS a (
                  id, expected, status, definition, version, at, head, snapshot)
                WHERE c.id = a.id AND c.version = a.expected
                """
            )
        );
        events = new(
            Add(
                """
                INSERT INTO case_events (case_id, position, json, at, "by", definition, hash)
                SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7)
                """
            )
        );
        outbox = new(
            Add("INSERT INTO outbox (case_id, position, count, at, types) SELECT * FROM unnest($1, $2, $3, $4, $5)")
        );
    }

    public static async Task<BarePostgreSqlWriter> Open(NpgsqlDataSource source)
    {
        var opened = await source.OpenConnectionAsync();
        await using var settings = new NpgsqlCommand(
            "SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off",
            opened
        );
        await settings.ExecuteNonQueryAsync();
        var writer = new BarePostgreSqlWriter(opened);
        await writer.batch.PrepareAsync();
        return writer;
    }

    public async Task Write(PreparedAppend[] group)
    {
        cases.Fill(group);
        events.Fill(group);
        outbox.Fill(group);
        if (await batch.ExecuteNonQueryAsync() != 3 * group.Length)
        {
            throw new InvalidOperationException("A case was not as it should be.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await batch.DisposeAsync();
        await connection.DisposeAsync();
    }

    private ArrayParameters Add(string statement)
    {
        var command = new NpgsqlBatchCommand(statement);
        batch.BatchCommands.Add(command);
        return new(command.Parameters);
    }

    private sealed class CaseArrays(ArrayParameters arrays)
    {
        private readonly List<Guid?> id = arrays.Ids();
        private readonly List<int> expected = arrays.Integers();
        private readonly List<string?> status = arrays.Texts();
        private readonly List<string?> definition = arrays.Texts();
        private readonly List<int> version = arrays.Integers();
        private readonly List<long?> at = arrays.Longs();
        private readonly List<byte[]?> head = arrays.Blobs();
        private readonly List<byte[]?> snapshot = arrays.Utf8();

        public void Fill(PreparedAppend[] group)
        {
            arrays.Clear();
            foreach (var append in group)
            {
                var row = append.Row!;
                id.Add(row.Id);
                expected.Add(append.Expected);
                status.Add(row.Status);
                definition.Add(row.Definition);
                version.Add(row.Version);
                at.Add(row.ModifiedAt.UtcTicks);
                head.Add(row.Head);
                snapshot.Add(row.Snapshot);
            }
        }
    }

    private sealed class EventArrays(ArrayParameters arrays)
    {
        private readonly List<Guid?> id = arrays.Ids();
        private readonly List<int> position = arrays.Integers();
        private readonly List<byte[]?> json = arrays.Utf8();
        private readonly List<long?> at = arrays.Longs();
        private readonly List<string?> by = arrays.Texts();
        private readonly List<string?> definition = arrays.Texts();
        private readonly List<byte[]?> hash = arrays.Blobs();

        public void Fill(PreparedAppend[] group)
        {
            arrays.Clear();
            foreach (var happened in group.SelectMany(append => append.Events))
            {
                id.Add(happened.CaseId);
                position.Add(happened.Position);
                json.Add(happened.Json);
                at.Add(happened.At.UtcTicks);
                by.Add(happened.By);
                definition.Add(happened.Definition);
                hash.Add(happened.Hash);
            }
        }
    }

    private sealed class OutboxArrays(ArrayParameters arrays)
    {
        private readonly List<Guid?> id = arrays.Ids();
        private readonly List<int> position = arrays.Integers();
        private readonly List<int> count = arrays.Integers();
        private readonly List<long?> at = arrays.Longs();
        private readonly List<string?> types = arrays.Texts();

        public void Fill(PreparedAppend[] group)
        {
            arrays.Clear();
            foreach (var append in group)
            {
                id.Add(append.Row!.Id);
                position.Add(append.Events[0].Position);
                count.Add(append.Events.Length);
                at.Add(append.Row.ModifiedAt.UtcTicks);
                types.Add(append.Types);
            }
        }
    }
}
