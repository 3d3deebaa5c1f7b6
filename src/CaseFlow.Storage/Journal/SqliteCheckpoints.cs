using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SQLitePCL;

namespace CaseFlow.Storage;

/// <summary>
/// Copies the log of a SQLite file into it beside the writer, which else would do so within a commit: all callers would wait until
/// thousands of pages from anywhere in the file are on the disk. The writer waits only while the few pages are copied that it
/// added meanwhile, since SQLite begins its log anew, and does not let it grow, only when all of it has been copied.
/// </summary>
internal sealed partial class SqliteCheckpoints(string connectionString, WriteTurn turn, ILoggerFactory? log)
    : IDisposable
{
    // 128 MB of log: pages that change all the time are copied once instead of many times, and waiting for the last of them is rare.
    private const int Due = 32_000;

    // So few are copied in a moment.
    private const int Few = 1_000;

    // Each round copies what was written during the one before, which is less, unless somebody writes as fast as the disk.
    private const int MostRounds = 6;

    private readonly ILogger logger = log?.CreateLogger<SqliteCheckpoints>() ?? NullLogger<SqliteCheckpoints>.Instance;

    private Task copying = Task.CompletedTask;
    private long written;

    /// <summary>So many pages went into the log. Said by whoever has the turn to write.</summary>
    public void Written(int pages)
    {
        written += pages;
        if (written >= Due && copying.IsCompleted)
        {
            copying = Task.Run(Copy);
        }
    }

    public void Dispose() => copying.Wait();

    private async Task Copy()
    {
        try
        {
            using var connection = SqliteConnections.OpenWriter(connectionString);
            CopyMost(connection);
            await turn.Wait(CancellationToken.None);
            try
            {
                CopyAll(connection);
                written = 0;
            }
            finally
            {
                turn.Pass();
            }
        }
        catch (SqliteException failure)
        {
            NotCopied(failure);
        }
    }

    private static void CopyMost(SqliteConnection connection)
    {
        var before = 0;
        for (var round = 0; round < MostRounds; round++)
        {
            var all = CopyAll(connection);
            if (all - before <= Few)
            {
                return;
            }

            before = all;
        }
    }

    /// <summary>Copies what is in the log by now; says how many pages it had.</summary>
    private static int CopyAll(SqliteConnection connection)
    {
        const int Kind = raw.SQLITE_CHECKPOINT_PASSIVE;
        var code = raw.sqlite3_wal_checkpoint_v2(connection.Handle!, "main", Kind, out var pages, out _);

        // Where another program is at it, it is done as well.
        return code is raw.SQLITE_OK or raw.SQLITE_BUSY
            ? pages
            : throw new SqliteException(raw.sqlite3_errmsg(connection.Handle!).utf8_to_string(), code);
    }

    [LoggerMessage(
        LogLevel.Warning,
        "The log of the SQLite file was not copied into it, and grows; it is tried again after the next commit"
    )]
    private partial void NotCopied(Exception failure);
}
