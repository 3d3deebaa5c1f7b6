using CaseFlow.Engine.Processes;

namespace CaseFlow.Host.CommandLine;

/// <summary>Prints a problem as editors and build servers read it: <c>file(line,column): error CF0000: text</c>.</summary>
internal static class ProblemLines
{
    public static Task Print(Printer printer, Problem problem) =>
        printer.Raw(
            $"{problem.File}({problem.Line},{problem.Column}): {printer.Red($"error {problem.Code}")}: {problem.Message}\n"
        );
}
