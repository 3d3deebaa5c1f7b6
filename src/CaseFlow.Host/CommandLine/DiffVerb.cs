using System.CommandLine;
using System.Globalization;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Differences;
using CaseFlow.Host.Processes;

namespace CaseFlow.Host.CommandLine;

/// <summary><c>caseflow diff OLD NEW</c></summary>
internal static class DiffVerb
{
    public static Command Create()
    {
        var old = new Argument<string>("OLD") { Description = "A definition." };
        var newer = new Argument<string>("NEW") { Description = "The same definition as it is to be." };
        var verb = new Command("diff", "Tell in words what is different between two definitions.") { old, newer };
        verb.SetAction(
            (parsed, cancellation) =>
                Run(
                    new Printer(parsed, parsed.GetValue(CaseFlowCommand.Json)),
                    parsed.GetValue(old)!,
                    parsed.GetValue(newer)!,
                    cancellation
                )
        );
        return verb;
    }

    private static async Task<int> Run(Printer printer, string old, string newer, CancellationToken cancellation)
    {
        string[] missing = [.. new[] { old, newer }.Where(path => !File.Exists(path))];
        if (missing is not [])
        {
            return await printer.WrongUse([.. missing.Select(path => $"There is no file '{path}'.")]);
        }

        var (before, after) = (
            (await DefinitionFile.Load(old, cancellation)).Read(),
            (await DefinitionFile.Load(newer, cancellation)).Read()
        );
        if ((before, after) is not (ReadResult.Ready(var from), ReadResult.Ready(var to)))
        {
            return await Refuse(printer, before, after);
        }

        var differences = ProcessDifferences.Between(from, to);
        await (
            printer.IsJson
                ? printer.Json(new { process = to.Key, differences = CompareProcesses.Shown(differences) })
                : Print(printer, newer, differences)
        );
        return Exit.AllWell;
    }

    private static Task<int> Refuse(Printer printer, params ReadResult[] read)
    {
        ImmutableArray<Problem> problems = [.. read.OfType<ReadResult.Broken>().SelectMany(broken => broken.Problems)];
        return ProblemLines.Refuse(printer, problems);
    }

    private static async Task Print(Printer printer, string newer, ImmutableArray<Difference> differences)
    {
        foreach (var part in differences.GroupBy(one => one.Group, StringComparer.Ordinal))
        {
            await printer.Raw($"{part.Key}\n");
            foreach (var one in part)
            {
                await printer.Raw($"  {one.Text}{PlaceOf(newer, one)}\n");
            }
        }

        if (differences.IsEmpty)
        {
            await printer.Raw("Nothing is different.\n");
        }
    }

    private static string PlaceOf(string file, Difference one) =>
        one.New is { } place
            ? string.Create(CultureInfo.InvariantCulture, $"  {file}({place.Line},{place.Column})")
            : "";
}
