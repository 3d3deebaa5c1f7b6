using System.Globalization;
using System.Text;
using CaseFlow.Engine.Logs;

namespace CaseFlow.Host.CommandLine;

/// <summary>Writes what the engine said to each event of a log as a table, in the order of the log's cases.</summary>
internal static class VerdictFile
{
    private const string Header = "case,line,time,by,logged_status,from,to,command,accepted,code,status";

    public static async Task Write(string path, ReplayResult result, CancellationToken cancellation)
    {
        await using var file = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        await file.WriteLineAsync(Header.AsMemory(), cancellation);
        foreach (var verdict in result.Verdicts)
        {
            string?[] fields =
            [
                verdict.Case,
                verdict.Event.Line.ToString(CultureInfo.InvariantCulture),
                verdict.Event.At.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
                verdict.Event.By,
                verdict.Event.Status,
                verdict.From,
                verdict.To,
                verdict.Command,
                verdict.Accepted ? "yes" : "no",
                verdict.Code,
                verdict.Status,
            ];
            await file.WriteLineAsync(string.Join(',', fields.Select(Quoted)).AsMemory(), cancellation);
        }
    }

    private static string Quoted(string? field) =>
        field is null ? ""
        : field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field
        : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
