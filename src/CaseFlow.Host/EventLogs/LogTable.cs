using CsvHelper;

namespace CaseFlow.Host.EventLogs;

/// <summary>The rows of a log, read one after another. What separates the columns is seen from the first lines.</summary>
internal sealed class LogTable : IDisposable
{
    private readonly CsvReader rows;
    private string? spoilt;

    private LogTable(string text) =>
        rows = CsvReader.FromText(
            text,
            new CsvReaderOptions
            {
                TrackLineNumbers = true,
                TrimWhitespace = true,
                PoolStrings = true,
                OnMalformedRecord = record => spoilt = Explain(record.Reason),
            }
        );

    /// <summary>The names of the columns; empty for an empty file.</summary>
    public ImmutableArray<string> Header { get; private set; } = [];

    /// <summary>The line of the file in which the present row begins, from 1.</summary>
    public int Line => (int)rows.LineNumber;

    /// <summary>A field of the present row, without blanks around it; empty where the row is too short.</summary>
    public string this[int column] => column < rows.FieldCount ? rows.GetString(column).Trim() : "";

    public static async Task<LogTable> Open(string text, CancellationToken cancellation)
    {
        var table = new LogTable(text);
        if (!string.IsNullOrWhiteSpace(text))
        {
            await table.rows.ReadHeaderAsync(cancellation);
            table.Header = [.. table.rows.Headers.Select(name => name.Trim())];
        }

        return table;
    }

    public ValueTask<bool> Read(CancellationToken cancellation)
    {
        spoilt = null;
        return rows.ReadAsync(cancellation);
    }

    /// <summary>Why the present row cannot be trusted, or null where it can.</summary>
    public string? Spoilt =>
        spoilt
        ?? (
            HasStrayFields
                ? $"it has {rows.FieldCount} fields, and the first line names {Header.Length} columns; a value with "
                    + "the separator in it needs quotes"
                : null
        );

    public void Dispose() => rows.Dispose();

    // Separators at the end of a row are harmless: nothing stands behind them.
    private bool HasStrayFields
    {
        get
        {
            for (var column = Header.Length; column < rows.FieldCount; column++)
            {
                if (!rows.IsEmpty(column))
                {
                    return true;
                }
            }

            return false;
        }
    }

    // Other slips with quotes leave the value as its author meant it.
    private static string? Explain(CsvMalformedReason reason) =>
        reason == CsvMalformedReason.UnterminatedQuote
            ? "a quote opens here and is never closed; what follows cannot be told from the value"
            : null;
}
