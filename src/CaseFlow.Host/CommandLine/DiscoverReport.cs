using System.Globalization;
using CaseFlow.Engine.Logs;
using Spectre.Console;

namespace CaseFlow.Host.CommandLine;

/// <summary>What was drafted, for people and for programs.</summary>
/// <param name="File">Null where the draft goes to standard output.</param>
/// <param name="Replayed">How the log itself runs through the draft.</param>
internal sealed record DiscoverReport(
    string? File,
    LogInput Input,
    DiscoveryResult.Drafted Draft,
    ReplayResult Replayed
)
{
    public async Task Print(Printer printer)
    {
        if (printer.IsJson)
        {
            await PrintJson(printer);
        }
        else if (File is null)
        {
            await printer.Raw(Draft.Yaml);
            PrintText(printer.Remarks);
        }
        else
        {
            printer.Text.MarkupLineInterpolated($"Drafted [bold]{File}[/]");
            PrintText(printer.Text);
        }
    }

    private Task PrintJson(Printer printer) =>
        printer.Json(
            new
            {
                process = Draft.Process.Key,
                file = File,
                cases = Replayed.Cases,
                events = Replayed.Events,
                statuses = Draft.Statuses,
                moves = Draft.Moves,
                keptMoves = Draft.KeptMoves,
                queues = Draft.Queues,
                fitness = Replayed.Fitness,
                badRows = new { count = Input.Content.BadRowCount, first = Input.Content.BadRows },
                yaml = Draft.Yaml,
            }
        );

    private void PrintText(IAnsiConsole console)
    {
        var queues = Draft.Queues > 0 ? $", {Printer.Many(Draft.Queues, "queue")}" : "";
        console.MarkupLine(
            $"{Printer.Many(Replayed.Cases, "case")}, {Printer.Many(Replayed.Events, "event")}: "
                + $"{Printer.Count(Draft.Statuses)} {(Draft.Statuses == 1 ? "status" : "statuses")}, {Printer.Count(Draft.KeptMoves)} of "
                + $"{Printer.Many(Draft.Moves, "move")}{queues}. The log runs through the draft with fitness "
                + string.Create(
                    CultureInfo.InvariantCulture,
                    $"[bold]{Math.Floor(Replayed.Fitness * 10_000) / 10_000:0.0000}[/]."
                )
        );
        BadRowLines.Print(console, Input.Content);
    }
}
