using System.Globalization;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace CaseFlow.Storage;

/// <summary>Writes side rows to PostgreSQL: those of a group in one round trip, within the transaction that is under way.</summary>
internal sealed class PostgreSqlSideWriter(NpgsqlConnection connection)
{
    // Until the transaction ends; the statements after it see what the one before has written.
    private const string Lock = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))";

    private readonly Dictionary<SideStatement, string> texts = [];

    /// <summary>The guards first, and the others only where all of them hold: what is overtaken may be there already.</summary>
    public async Task<bool> WriteGuarded(IReadOnlyList<SideRow> rows) =>
        await Write(rows.Where(row => row.Statement.IsGuard)) && await Write(rows.Where(row => !row.Statement.IsGuard));

    /// <summary>False where a guard among them does not hold.</summary>
    public async Task<bool> Write(IEnumerable<SideRow> rows)
    {
        ImmutableArray<SideRow> all = [.. rows];
        await using var batch = new NpgsqlBatch(connection);
        foreach (var name in Locks(all))
        {
            batch.BatchCommands.Add(new(Lock) { Parameters = { new() { Value = name } } });
        }

        var guards = new List<NpgsqlBatchCommand>();
        foreach (var row in all)
        {
            var command = CommandOf(row);
            batch.BatchCommands.Add(command);
            if (row.Statement.IsGuard)
            {
                guards.Add(command);
            }
        }

        if (batch.BatchCommands.Count == 0)
        {
            return true;
        }

        await batch.ExecuteNonQueryAsync();
        return guards.TrueForAll(guard => guard.RecordsAffected == 1);
    }

    // Everybody takes them in one order, so that no two wait for each other.
    private static IEnumerable<string> Locks(ImmutableArray<SideRow> rows) =>
        rows.Where(row => row.Statement.Absent > 0)
            .Select(row => string.Join('\n', row.Values[^row.Statement.Absent..]))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    private NpgsqlBatchCommand CommandOf(SideRow row)
    {
        if (!texts.TryGetValue(row.Statement, out var text))
        {
            texts.Add(row.Statement, text = Numbered(row.Statement.Sql));
        }

        var command = new NpgsqlBatchCommand(text);
        foreach (var (index, type) in row.Statement.Values.Index())
        {
            command.Parameters.Add(new() { NpgsqlDbType = TypeOf(type), Value = row.Values[index] ?? DBNull.Value });
        }

        return command;
    }

    private static NpgsqlDbType TypeOf(SideValue value) =>
        value switch
        {
            SideValue.Id => NpgsqlDbType.Uuid,
            SideValue.Integer => NpgsqlDbType.Bigint,
            SideValue.Flag => NpgsqlDbType.Boolean,
            _ => NpgsqlDbType.Text,
        };

    /// <summary>PostgreSQL numbers its parameters: the first <c>?</c> is <c>$1</c>.</summary>
    private static string Numbered(string sql)
    {
        var text = new StringBuilder();
        var number = 0;
        foreach (var letter in sql)
        {
            _ = letter == '?' ? text.Append(CultureInfo.InvariantCulture, $"${++number}") : text.Append(letter);
        }

        return text.ToString();
    }
}
