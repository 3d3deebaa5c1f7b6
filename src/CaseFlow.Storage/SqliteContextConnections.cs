using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CaseFlow.Storage;

/// <summary>Leaves the copying of the log to <see cref="SqliteCheckpoints"/> where a context writes: by itself SQLite copies it at each commit that finds 4 MB there.</summary>
internal sealed class SqliteContextConnections : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        SqliteConnections.LeaveLog((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        SqliteConnections.LeaveLog((SqliteConnection)connection);
        return Task.CompletedTask;
    }
}
