using System.Globalization;
using CaseFlow.Engine.Logs;
using CaseFlow.Engine.Processes;
using Spectre.Console;

namespace CaseFlow.Host.CommandLine;

/// <summary>What a replay found, for people and for programs.</summary>
internal sealed record ReplayReport(
    string Log,
    CaseProcess Process,
    LogInput Input,
    ReplayResult Result,
    TimeSpan Reading,
    TimeSpan Replaying
)
{
    // More lines than this nobody reads; the JSON and the file of verdicts have them all.
    private const int MostLines = 40;

    public Task PrintJson(Printer printer) =>
        printer.Json(
            new
            {
                log = Log,
                process = Process.Key,
                cases = Result.Cases,
                events = Result.Events,
                conformingCases = Result.ConformingCases,
                conformingEvents = Result.ConformingEvents,
                fitness = Result.Fitness,
                readSeconds = Reading.TotalSeconds,
                replaySeconds = Replaying.TotalSeconds,
                eventsPerSecond = EventsPerSecond,
                badRows = new { count = Input.Content.BadRowCount, first = Input.Content.BadRows },
                refusals = Result.Refusals,
                finalStatuses = Result.FinalStatuses,
                queueMoves = new
                {
                    asked = Result.QueueMoves,
                    accepted = Result.AcceptedQueueMoves,
                    refused = Result.RefusedQueues,
                },
            }
        );

    public void PrintText(Printer printer)
    {
        var console = printer.Text;
        console.MarkupLineInterpolated($"[bold]{Path.GetFileName(Log)}[/] through process [bold]{Process.Key}[/]");
        console.WriteLine();
        PrintCounts(console);
        PrintRefusals(console);
        PrintFinalStatuses(console);
        PrintBadRows(console);
        console.MarkupLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"[dim]Read in {Reading.TotalSeconds:0.00} s, replayed in {Replaying.TotalSeconds:0.00} s: {EventsPerSecond:N0} events a second.[/]"
            )
        );
    }

    private double EventsPerSecond => Math.Round(Result.Events / Math.Max(Replaying.TotalSeconds, 0.000_1));

    private void PrintCounts(IAnsiConsole console)
    {
        var table = Tables.New("", "in the log", "conform", "share");
        Add("Cases", Result.Cases, Result.ConformingCases);
        Add("Events", Result.Events, Result.ConformingEvents);
        if (Result.QueueMoves > 0)
        {
            Add("Queue moves", Result.QueueMoves, Result.AcceptedQueueMoves);
        }

        console.Write(table);
        console.MarkupLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Fitness [bold]{Math.Floor(Result.Fitness * 10_000) / 10_000:0.0000}[/]"
            )
        );
        console.WriteLine();

        void Add(string what, int all, int conform) =>
            table.AddRow(
                what,
                Printer.Count(all),
                Printer.Count(conform),
                conform == all ? "[green]all[/]" : $"[yellow]{Share(conform, all)}[/]"
            );
    }

    private void PrintRefusals(IAnsiConsole console)
    {
        if (!Result.Refusals.IsEmpty)
        {
            var table = Tables.New("Refused", "from", "to", "why", "first in case").LeftFrom(1);
            foreach (var refusal in Result.Refusals.Take(MostLines))
            {
                table.AddRow(
                    Printer.Count(refusal.Count),
                    Tables.Safe(refusal.From ?? "(new case)"),
                    Tables.Safe(refusal.To),
                    Tables.Safe(refusal.Code),
                    Tables.Safe(refusal.ExampleCase)
                );
            }

            console.Write(table);
            Tables.More(console, Result.Refusals.Length - MostLines, "transitions");
        }

        if (!Result.RefusedQueues.IsEmpty)
        {
            var table = Tables.New("Refused", "queue", "why").LeftFrom(1);
            foreach (var queue in Result.RefusedQueues.Take(MostLines / 4))
            {
                table.AddRow(Printer.Count(queue.Count), Tables.Safe(queue.Queue), Tables.Safe(queue.Code));
            }

            console.Write(table);
            Tables.More(console, Result.RefusedQueues.Length - (MostLines / 4), "queues");
        }
    }

    private void PrintFinalStatuses(IAnsiConsole console)
    {
        var table = Tables.New("Cases", "stand at the end in").LeftFrom(1);
        foreach (var final in Result.FinalStatuses.Take(MostLines))
        {
            table.AddRow(Printer.Count(final.Cases), Tables.Safe(final.Status ?? "(never created)"));
        }

        console.Write(table);
        Tables.More(console, Result.FinalStatuses.Length - MostLines, "statuses");
    }

    private void PrintBadRows(IAnsiConsole console) => BadRowLines.Print(console, Input.Content);

    private static string Share(int part, int all) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(1_000.0 * part / all) / 10:0.0} %");
}
