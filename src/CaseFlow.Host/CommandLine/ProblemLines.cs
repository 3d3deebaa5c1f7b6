using CaseFlow.Engine.Processes;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Host.CommandLine;

/// <summary>Prints a problem as editors and build servers read it: <c>file(line,column): error CF0000: text</c>.</summary>
internal static class ProblemLines
{
    public static Task Print(Printer printer, Problem problem) =>
        printer.Raw(
            $"{problem.File}({problem.Line},{problem.Column}): {printer.Red($"error {problem.Code}")}: {problem.Message}\n"
        );

    /// <summary>The answer is no, for these.</summary>
    public static async Task<int> Refuse(Printer printer, ImmutableArray<Problem> problems)
    {
        if (printer.IsJson)
        {
            await printer.Json(new { problems });
            return Exit.No;
        }

        foreach (var problem in problems)
        {
            await Print(printer, problem);
        }

        return Exit.No;
    }

    public static Task Print(Printer printer, WorkflowWarning warning) => printer.Raw(warning + "\n");
}
