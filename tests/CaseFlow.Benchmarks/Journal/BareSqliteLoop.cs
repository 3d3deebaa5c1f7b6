using System.Diagnostics;
using CaseFlow.Storage;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Benchmarks;

/// <summary>The least that keeps the same: case row, event and outbox row, by prepared statements, a group a transaction.</summary>
internal sealed class BareSqliteLoop : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteStatement begin;
    private readonly SqliteStatement moveCase;
    private readonly SqliteStatement addEvent;
    private readonly SqliteStatement addToOutbox;
    private readonly SqliteStatement commit;

    public BareSqliteLoop(string connectionString)
    {
        connection = SqliteConnections.OpenWriter(connectionString);

        // Nobody else copies its log.
        using var copying = connection.CreateCommand();
        copying.CommandText = "PRAGMA wal_autocheckpoint = 16000";
        copying.ExecuteNonQuery();
        begin = new(connection, "BEGIN IMMEDIATE");
        moveCase = new(
            connection,
            """
            UPDATE cases SET status = ?, definition = ?, version = ?, modified_at = ?, head = ?, snapshot = ?
            WHERE id = ? AND version = ?
            """
        );
        addEvent = new(
            connection,
            """
            INSERT INTO case_events (case_id, position, json, at, "by", definition, hash) VALUES (?, ?, ?, ?, ?, ?, ?)
            """
        );
        addToOutbox = new(
            connection,
            "INSERT INTO outbox (case_id, position, count, at, types) VALUES (?, ?, ?, ?, ?)"
        );
        commit = new(connection, "COMMIT");
    }

    /// <summary>Appends a second.</summary>
    public double Run(List<PreparedAppend[]> groups)
    {
        var watch = Stopwatch.StartNew();
        foreach (var group in groups)
        {
            begin.Execute();
            foreach (var append in group)
            {
                Write(append.Row!, append.Events[0], append.Types!, append.Expected);
            }

            commit.Execute();
        }

        return groups.Sum(group => group.Length) / watch.Elapsed.TotalSeconds;
    }

    public void Dispose()
    {
        begin.Dispose();
        moveCase.Dispose();
        addEvent.Dispose();
        addToOutbox.Dispose();
        commit.Dispose();
        connection.Dispose();
    }

    private void Write(CaseRow row, CaseEventRow happened, string types, int expected)
    {
        var changed = moveCase
            .Bind(row.Status)
            .Bind(row.Definition)
            .Bind(row.Version)
            .Bind(row.ModifiedAt)
            .Bind(row.Head)
            .BindText(row.Snapshot)
            .Bind(row.Id)
            .Bind(expected)
            .Execute();
        if (changed != 1)
        {
            throw new InvalidOperationException("The case was not as it should be.");
        }

        addEvent
            .Bind(happened.CaseId)
            .Bind(happened.Position)
            .BindText(happened.Json)
            .Bind(happened.At)
            .Bind(happened.By)
            .Bind(happened.Definition)
            .Bind(happened.Hash)
            .Execute();
        addToOutbox.Bind(row.Id).Bind(happened.Position).Bind(1).Bind(row.ModifiedAt).Bind(types).Execute();
    }
}
