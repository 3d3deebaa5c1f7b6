using CaseFlow.Engine.Cases;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Storage;

/// <summary>
/// The updates of a case's row. SQLite writes the index entries of every column that a statement names, changed or not:
/// hence a statement for each set of indexed columns that changes together, prepared when it is first needed.
/// </summary>
internal sealed class SqliteCaseUpdates(SqliteConnection connection) : IDisposable
{
    private readonly SqliteStatement?[] statements = new SqliteStatement?[(int)IndexedColumns.All + 1];

    /// <summary>False where the case is not there at the version that the append was decided on.</summary>
    public bool Write(CaseRow row, PreparedAppend append)
    {
        var changed = append.ChangedIndexes;
        var statement = statements[(int)changed] ??= new(connection, Sql(changed));
        BindRest(BindIndexed(statement, row, changed), row);
        return statement.Bind(row.Id).Bind(append.Expected).Execute() == 1;
    }

    public static SqliteStatement BindIndexed(SqliteStatement statement, CaseRow row, IndexedColumns columns)
    {
        _ = columns.HasFlag(IndexedColumns.State) ? statement.Bind(StateNames.Of(row.State)) : statement;
        _ = columns.HasFlag(IndexedColumns.Queue) ? statement.Bind(row.Queue) : statement;
        _ = columns.HasFlag(IndexedColumns.Owner) ? statement.Bind(row.Owner) : statement;
        _ = columns.HasFlag(IndexedColumns.Customer) ? statement.Bind(row.CustomerId) : statement;
        _ = columns.HasFlag(IndexedColumns.Status) ? statement.Bind(row.Status) : statement;
        _ = columns.HasFlag(IndexedColumns.Stage) ? statement.Bind(row.Stage) : statement;
        _ = columns.HasFlag(IndexedColumns.Closed) ? statement.Bind(row.ClosedAt) : statement;
        _ = columns.HasFlag(IndexedColumns.Risk) ? statement.Bind(row.RiskAt) : statement;
        return columns.HasFlag(IndexedColumns.Missed) ? statement.Bind(row.MissedAt) : statement;
    }

    public static SqliteStatement BindRest(SqliteStatement statement, CaseRow row) =>
        statement
            .Bind(row.Definition)
            .Bind(row.Version)
            .Bind(row.Worker)
            .Bind(row.Team)
            .Bind(row.ContactId)
            .Bind(row.Title)
            .Bind(row.Priority)
            .Bind(row.Origin)
            .Bind(row.Subject)
            .Bind(row.ModifiedAt)
            .Bind(row.DueAt)
            .Bind(row.Head)
            .BindText(row.Snapshot);

    public void Dispose()
    {
        foreach (var statement in statements)
        {
            statement?.Dispose();
        }
    }

    private static string Sql(IndexedColumns changed) =>
        $"""
            UPDATE cases SET
              {Set(changed, IndexedColumns.State, "state")}{Set(changed, IndexedColumns.Queue, "queue")}
              {Set(changed, IndexedColumns.Owner, "owner")}{Set(changed, IndexedColumns.Customer, "customer_id")}
              {Set(changed, IndexedColumns.Status, "status")}{Set(changed, IndexedColumns.Stage, "stage")}
              {Set(changed, IndexedColumns.Closed, "closed_at")}{Set(changed, IndexedColumns.Risk, "risk_at")}
              {Set(changed, IndexedColumns.Missed, "missed_at")}
              definition = ?, version = ?, worker = ?, team = ?, contact_id = ?, title = ?, priority = ?,
              origin = ?, subject = ?, modified_at = ?, due_at = ?, head = ?, snapshot = ?
            WHERE id = ? AND version = ?
            """;

    private static string Set(IndexedColumns changed, IndexedColumns column, string name) =>
        changed.HasFlag(column) ? $"{name} = ?, " : "";
}
