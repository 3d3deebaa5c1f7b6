using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CaseFlow.Storage;

/// <summary>
/// A prepared statement, used over and over. Straight on SQLite's own functions, because on this path the parameter objects
/// of a command cost as much as the writing itself, and text that is UTF-8 already would become a string and back.
/// </summary>
internal sealed class SqliteStatement : IRow, IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private int bound;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        database = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
    }

    /// <summary>Binds the next parameter; the first after <see cref="Execute"/> or <see cref="Reset"/> is the first of the statement.</summary>
    public SqliteStatement Bind(long value) => Checked(raw.sqlite3_bind_int64(statement, ++bound, value));

    public SqliteStatement Bind(DateTimeOffset at) => Bind(at.UtcTicks);

    public SqliteStatement Bind(DateTimeOffset? at) => at is { } value ? Bind(value) : BindNull();

    public SqliteStatement Bind(ReadOnlySpan<byte> blob) => Checked(raw.sqlite3_bind_blob(statement, ++bound, blob));

    public SqliteStatement Bind(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return Bind(bytes);
    }

    public SqliteStatement Bind(Guid? id) => id is { } value ? Bind(value) : BindNull();

    /// <summary>Text that is UTF-8 already.</summary>
    public SqliteStatement BindText(ReadOnlySpan<byte> utf8) =>
        Checked(raw.sqlite3_bind_text(statement, ++bound, utf8));

    public SqliteStatement Bind(string? text)
    {
        if (text is null)
        {
            return BindNull();
        }

        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, rented);
        BindText(rented.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(rented);
        return this;
    }

    /// <summary>Runs a statement that gives no rows, and makes it ready for the next use. Says how many rows it changed.</summary>
    public int Execute()
    {
        var code = raw.sqlite3_step(statement);
        var changed = raw.sqlite3_changes(database);
        Reset();
        if (code is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            Check(code);
        }

        return changed;
    }

    /// <summary>The next row is there to read. Whoever reads resets.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(statement);
        if (code is raw.SQLITE_ROW)
        {
            return true;
        }

        if (code is not raw.SQLITE_DONE)
        {
            Reset();
            Check(code);
        }

        return false;
    }

    public void Reset()
    {
        // Says again what the last step said, which has been heard.
        _ = raw.sqlite3_reset(statement);
        bound = 0;
    }

    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    /// <summary>The bytes of a blob, or of a text as it is stored. Gone with the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

    public string? Text(int column) => IsNull(column) ? null : Encoding.UTF8.GetString(Bytes(column));

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public bool Flag(int column) => Number(column) != 0;

    public Guid Id(int column) => new(Bytes(column), bigEndian: true);

    public void Dispose() => statement.Dispose();

    private SqliteStatement BindNull() => Checked(raw.sqlite3_bind_null(statement, ++bound));

    private SqliteStatement Checked(int code)
    {
        Check(code);
        return this;
    }

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, database);
}
