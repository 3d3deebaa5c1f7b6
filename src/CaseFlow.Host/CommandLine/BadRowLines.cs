using System.Globalization;
using CaseFlow.Host.EventLogs;
using Spectre.Console;

namespace CaseFlow.Host.CommandLine;

/// <summary>Tells which rows of a log were left out, and what was guessed about the others.</summary>
internal static class BadRowLines
{
    private const int MostBeside = 5;

    /// <summary>The first rows that were left out, a line each.</summary>
    public static IEnumerable<string> Of(LogReadResult.Read read) =>
        read.BadRowCount == 0
            ? []
            :
            [
                $"{Printer.Many(read.BadRowCount, "row")} left out:",
                .. read.BadRows.Take(MostBeside).Select(row => $"  line {row.Line}: {row.Reason}"),
            ];

    public static void Print(IAnsiConsole console, LogReadResult.Read read)
    {
        if (read.BadRowCount > 0)
        {
            console.MarkupLine($"[yellow]{Printer.Many(read.BadRowCount, "row")} left out:[/]");
            foreach (var row in read.BadRows)
            {
                console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  line {row.Line}: {row.Reason}");
            }

            Tables.More(console, read.BadRowCount - read.BadRows.Length, "rows");
        }

        if (read.DaysAreGuessed)
        {
            console.MarkupLine(
                "[yellow]No date tells whether its day or its month stands first; the day was taken. "
                    + "Write 'time-format' into a map file to say so.[/]"
            );
        }
    }
}
