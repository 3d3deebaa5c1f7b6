using Microsoft.Data.Sqlite;

namespace CaseFlow.Storage;

/// <summary>One connection that reads, with its statements prepared. Used by one caller at a time.</summary>
internal sealed class SqliteReader(string connectionString) : IDisposable
{
    // More than the shapes that people ask in; whoever asks in ever new ones does not fill the memory.
    private const int MostStatements = 100;

    private readonly SqliteConnection connection = SqliteConnections.OpenReader(connectionString);
    private readonly Dictionary<string, SqliteStatement> statements = new(StringComparer.Ordinal);

    public ImmutableArray<T> All<T>(Sql sql, Func<IRow, T> read)
    {
        var statement = Prepared(sql.Text);
        try
        {
            foreach (var value in sql.Values)
            {
                Bind(statement, value);
            }

            var rows = ImmutableArray.CreateBuilder<T>();
            while (statement.Step())
            {
                rows.Add(read(statement));
            }

            return rows.DrainToImmutable();
        }
        finally
        {
            statement.Reset();
        }
    }

    public void Dispose()
    {
        Forget();
        connection.Dispose();
    }

    private SqliteStatement Prepared(string text)
    {
        if (statements.TryGetValue(text, out var known))
        {
            return known;
        }

        if (statements.Count == MostStatements)
        {
            Forget();
        }

        return statements[text] = new(connection, text);
    }

    private void Forget()
    {
        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }

        statements.Clear();
    }

    private static void Bind(SqliteStatement statement, object? value) =>
        _ = value switch
        {
            long number => statement.Bind(number),
            Guid id => statement.Bind(id),
            _ => statement.Bind((string?)value),
        };
}
