using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Scenarios;
using Spectre.Console;

namespace CaseFlow.Host.CommandLine;

/// <summary>What <c>test</c> prints: first what failed, then for each process how it went and what was never touched.</summary>
internal static class TestReport
{
    public static async Task Print(Printer printer, List<TestedProcess> tested)
    {
        foreach (var mistake in tested.SelectMany(one => one.Mistakes))
        {
            await ProblemLines.Print(printer, mistake);
        }

        foreach (var failure in tested.SelectMany(one => one.Runs).SelectMany(run => run.Failures))
        {
            await PrintFailure(printer, failure);
        }

        var separate = tested.Exists(one => !one.IsGood);
        foreach (var one in tested)
        {
            if (separate)
            {
                printer.Text.WriteLine();
            }

            printer.Text.MarkupLine(ResultOf(one));
            PrintCoverage(printer, one);
            separate = true;
        }
    }

    /// <summary>Over three lines: what was expected and what came are sentences of their own, and long.</summary>
    private static Task PrintFailure(Printer printer, ScenarioFailure failure) =>
        printer.Raw(
            $"{failure.Place}: {printer.Red($"error {ProblemCodes.ScenarioFailed}")}: "
                + $"scenario '{failure.Scenario}', {failure.Where}\n"
                + $"    expected {failure.Expected},\n"
                + $"    but {failure.Came}\n"
        );

    private static string ResultOf(TestedProcess one) =>
        Tables.Safe(one.Key)
        + one.Result switch
        {
            "broken" => $": [red]broken, {Printer.Many(one.Mistakes.Length, "error")}[/]",
            "failed" => $": [red]{Printer.Count(one.Failed)} of {Printer.Many(one.Runs.Length, "scenario")} failed[/]",
            "passed" => $": [green]{Printer.Many(one.Runs.Length, "scenario")} passed[/]",
            _ => ": [yellow]no scenarios[/]",
        };

    private static void PrintCoverage(Printer printer, TestedProcess one)
    {
        if (one.Coverage is not { } coverage)
        {
            return;
        }

        PrintPart(printer, "transitions", coverage.Transitions);
        PrintPart(printer, "rules", coverage.Rules);
        PrintPart(printer, "automation", coverage.Automation);
        PrintPart(printer, "gates", coverage.Gates);
        PrintPart(printer, "roles", coverage.Roles);
    }

    private static void PrintPart(Printer printer, string noun, CoveredPart part)
    {
        // A process without stages has no gates to speak of, one without rules no automation.
        if (part.Total == 0)
        {
            return;
        }

        var share = $"{Printer.Count(part.Covered.Length)} of {Printer.Count(part.Total)}";
        printer.Text.WriteLine($"  {noun, -11}  {share, 8}");
        foreach (var name in part.Uncovered)
        {
            printer.Text.MarkupLine($"    [dim]uncovered[/]  {Tables.Safe(name)}");
        }
    }
}
