using CaseFlow.Engine.Logs;
using CaseFlow.Engine.Logs.Maps;

namespace CaseFlow.Host.EventLogs;

/// <summary>
/// Reads a log from a table with a row for each event. Rows of a case may stand anywhere and in any order; a row that
/// cannot be read is counted and named, and the rest goes on.
/// </summary>
internal static class LogReader
{
    private const int MostBadRowsNamed = 20;

    public static async Task<LogReadResult> Read(string path, LogMap map, CancellationToken cancellation) =>
        await Parse(await LogBytes.ReadText(path, cancellation), map, cancellation);

    public static async Task<LogReadResult> Parse(string text, LogMap map, CancellationToken cancellation)
    {
        using var table = await LogTable.Open(text, cancellation);
        if (table.Header.IsEmpty)
        {
            return new LogReadResult.Unreadable(["The log is empty: its first line names the columns."]);
        }

        if (OtherFormat(table.Header[0]) is { } other)
        {
            return new LogReadResult.Unreadable([other]);
        }

        var (columns, errors) = LogColumns.Find(table.Header, map);
        return columns is not null ? await ReadRows(table, columns, map, cancellation)
            : table.Header is [var only]
                ? new LogReadResult.Unreadable([
                    $"The first line names the columns, separated by ',', ';', '|' or tabs, and here is one only: '{Shortened(only)}'.",
                ])
            : new LogReadResult.Unreadable(errors);
    }

    /// <summary>What it is, where it is no table.</summary>
    private static string? OtherFormat(string start) =>
        start.StartsWith('<')
            ? "This is XML, such as XES, and a log is a table here: export it as CSV, with a row for each event and columns "
                + "for the case, the status and the time."
        : start.StartsWith("PK\u0003\u0004", StringComparison.Ordinal)
            ? "This is a workbook or an archive, and a log is a table here: save it as CSV."
        : start.StartsWith('{') || start.StartsWith('[')
            ? "This is JSON, and a log is a table here: write it as CSV, with a row for each event and columns for the case, "
                + "the status and the time."
        : null;

    private static async Task<LogReadResult.Read> ReadRows(
        LogTable table,
        LogColumns columns,
        LogMap map,
        CancellationToken cancellation
    )
    {
        var times = new LogTimes(map.TimeFormat);
        var rows = new List<Row>();
        var bad = new BadRows();
        while (await table.Read(cancellation))
        {
            if (ReadRow(table, columns, bad) is { } row)
            {
                times.Learn(row.Time);
                rows.Add(row);
            }
        }

        // Times are read when all have been seen: some tell whether others have the day or the month first.
        var cases = new Dictionary<string, List<LoggedEvent>>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var row in rows)
        {
            if (times.Read(row.Time) is not { } at)
            {
                bad.Add(row.Line, $"'{Shortened(row.Time)}' is no time that can be read");
                continue;
            }

            if (!cases.TryGetValue(row.Case, out var events))
            {
                cases[row.Case] = events = [];
                order.Add(row.Case);
            }

            events.Add(
                new LoggedEvent(row.Status, at, row.By)
                {
                    Queue = row.Queue,
                    Fields = row.Fields,
                    Line = row.Line,
                }
            );
        }

        // The sort keeps the order of rows with the same time.
        var log = new EventLog([
            .. order.Select(id => new LoggedCase(id, [.. cases[id].OrderBy(happened => happened.At)])),
        ]);
        return new LogReadResult.Read(log, bad.Count, bad.InOrder(), times.IsAmbiguous);
    }

    private static Row? ReadRow(LogTable table, LogColumns columns, BadRows bad)
    {
        var id = table[columns.Case];
        var status = Joined(table, columns.Status, '/');
        var time = Joined(table, columns.Time, ' ');
        var wrong =
            table.Spoilt is { } spoilt ? spoilt
            : id.Length == 0 ? "it does not say which case it is about"
            : status.Length == 0 ? "it has no status"
            : time.Length == 0 ? "it has no time"
            : null;
        if (wrong is not null)
        {
            bad.Add(table.Line, wrong);
            return null;
        }

        return new Row(
            table.Line,
            id,
            status,
            time,
            columns.User is { } user ? table[user] : "",
            columns.Queue is { } queue ? table[queue] : null,
            [.. columns.Fields.Select(field => KeyValuePair.Create(field.Field, table[field.Column]))]
        );
    }

    // Empty parts are left out: a sub status that only some statuses have leaves no stroke behind.
    private static string Joined(LogTable table, ImmutableArray<int> columns, char between) =>
        columns.Length == 1
            ? table[columns[0]]
            : string.Join(between, columns.Select(column => table[column]).Where(part => part.Length > 0));

    private static string Shortened(string text) => text.Length <= 40 ? text : $"{text[..37]}...";

    private sealed record Row(
        int Line,
        string Case,
        string Status,
        string Time,
        string By,
        string? Queue,
        ImmutableArray<KeyValuePair<string, string>> Fields
    );

    private sealed class BadRows
    {
        private readonly SortedList<int, BadRow> first = [];

        public int Count { get; private set; }

        public void Add(int line, string reason)
        {
            Count++;
            if (first.Count < MostBadRowsNamed || line < first.GetKeyAtIndex(first.Count - 1))
            {
                first.TryAdd(line, new BadRow(line, reason));
                if (first.Count > MostBadRowsNamed)
                {
                    first.RemoveAt(first.Count - 1);
                }
            }
        }

        public ImmutableArray<BadRow> InOrder() => [.. first.Values];
    }
}

/// <summary>A log that was read, or why it cannot be.</summary>
internal abstract record LogReadResult
{
    private LogReadResult() { }

    /// <param name="BadRows">The first ones, by line.</param>
    /// <param name="DaysAreGuessed">No date tells whether the day or the month stands first; the day is taken.</param>
    public sealed record Read(EventLog Log, int BadRowCount, ImmutableArray<BadRow> BadRows, bool DaysAreGuessed)
        : LogReadResult;

    public sealed record Unreadable(ImmutableArray<string> Why) : LogReadResult;
}

/// <summary>A row that was left out.</summary>
/// <param name="Line">From 1, the line of the column names included.</param>
internal sealed record BadRow(int Line, string Reason);
