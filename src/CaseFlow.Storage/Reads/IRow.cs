namespace CaseFlow.Storage;

/// <summary>The row that a read stands at. What it gives is gone with the next one.</summary>
internal interface IRow
{
    /// <summary>A text or bytes as they are stored: text as UTF-8.</summary>
    ReadOnlySpan<byte> Bytes(int column);

    string? Text(int column);

    long Number(int column);

    Guid Id(int column);

    bool Flag(int column);

    bool IsNull(int column);
}

/// <summary>What the columns of all rows have in common.</summary>
internal static class RowReading
{
    public static DateTimeOffset At(this IRow row, int column) => new(row.Number(column), TimeSpan.Zero);

    public static DateTimeOffset? AtOrNull(this IRow row, int column) => row.IsNull(column) ? null : row.At(column);

    public static Guid? IdOrNull(this IRow row, int column) => row.IsNull(column) ? null : row.Id(column);
}
