using System.Globalization;
using System.Text;

namespace CaseFlow.Host.Reports;

/// <summary>
/// Tables as RFC 4180 writes them, for spreadsheets: those take a cell that begins like a formula for one, and run it. An apostrophe
/// before it makes it the text that it is.
/// </summary>
internal static class Csv
{
    private const string BeginsFormula = "=+-@\t\r";

    // Without this mark spreadsheets take UTF-8 for something else.
    private const char Mark = '\uFEFF';

    public static byte[] Write(IEnumerable<object?[]> rows)
    {
        var text = new StringBuilder().Append(Mark);
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(CellOf)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string CellOf(object? value) =>
        value switch
        {
            null => "",
            string text => Quoted(Harmless(text)),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    private static string Harmless(string text) =>
        text is [var first, ..] && BeginsFormula.Contains(first) ? "'" + text : text;

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
