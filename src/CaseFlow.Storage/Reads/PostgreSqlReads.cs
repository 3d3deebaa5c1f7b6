using System.Collections.Concurrent;
using Npgsql;

namespace CaseFlow.Storage;

/// <summary>Reads of a PostgreSQL database.</summary>
internal sealed class PostgreSqlReads(NpgsqlDataSource source) : IReads
{
    // A text for each shape that is asked in; whoever asks in ever new ones does not fill the memory.
    private const int MostTexts = 1_000;

    private readonly ConcurrentDictionary<string, string> numbered = new(StringComparer.Ordinal);

    public async ValueTask<ImmutableArray<T>> All<T>(Sql sql, Func<IRow, T> read, CancellationToken cancellation)
    {
        if (numbered.Count > MostTexts)
        {
            numbered.Clear();
        }

        await using var command = source.CreateCommand(numbered.GetOrAdd(sql.Text, Sql.Numbered));
        foreach (var value in sql.Values)
        {
            command.Parameters.Add(new() { Value = value ?? DBNull.Value });
        }

        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var row = new Row(reader);
        var rows = ImmutableArray.CreateBuilder<T>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(read(row));
        }

        return rows.DrainToImmutable();
    }

    private sealed class Row(NpgsqlDataReader reader) : IRow
    {
        public ReadOnlySpan<byte> Bytes(int column) => reader.GetFieldValue<byte[]>(column);

        public string? Text(int column) => IsNull(column) ? null : reader.GetString(column);

        public long Number(int column) => reader.GetInt64(column);

        public Guid Id(int column) => reader.GetGuid(column);

        public bool Flag(int column) => reader.GetBoolean(column);

        public bool IsNull(int column) => reader.IsDBNull(column);
    }
}
