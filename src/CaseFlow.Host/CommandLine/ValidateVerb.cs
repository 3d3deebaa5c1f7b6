using System.CommandLine;
using CaseFlow.Engine.Processes;
using Spectre.Console;

namespace CaseFlow.Host.CommandLine;

/// <summary><c>caseflow validate PATH...</c></summary>
internal static class ValidateVerb
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Definitions, or folders that hold them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var verb = new Command("validate", "Read definitions and tell everything that is wrong with them.") { paths };
        verb.SetAction(
            (parsed, cancellation) =>
                Run(new Printer(parsed, parsed.GetValue(CaseFlowCommand.Json)), parsed.GetValue(paths)!, cancellation)
        );
        return verb;
    }

    private static async Task<int> Run(Printer printer, string[] paths, CancellationToken cancellation)
    {
        var (files, errors) = DefinitionFile.Find(paths);
        if (errors is not [])
        {
            return await printer.WrongUse(errors);
        }

        var read = new List<(string Path, ReadResult Result)>();
        foreach (var file in files)
        {
            read.Add((file, (await DefinitionFile.Load(file, cancellation)).Read()));
        }

        if (printer.IsJson)
        {
            await PrintJson(printer, read);
        }
        else
        {
            await PrintText(printer, read);
        }

        return read.Exists(one => one.Result is ReadResult.Broken) ? Exit.No : Exit.AllWell;
    }

    private static Task PrintJson(Printer printer, List<(string Path, ReadResult Result)> read) =>
        printer.Json(
            new
            {
                valid = read.TrueForAll(one => one.Result is ReadResult.Ready),
                files = read.Select(one => new
                {
                    file = one.Path,
                    valid = one.Result is ReadResult.Ready,
                    process = (one.Result as ReadResult.Ready)?.Process.Key,
                    hash = (one.Result as ReadResult.Ready)?.Process.Hash,
                    problems = (one.Result as ReadResult.Broken)?.Problems ?? [],
                }),
            }
        );

    private static async Task PrintText(Printer printer, List<(string Path, ReadResult Result)> read)
    {
        var problems = read.Select(one => one.Result)
            .OfType<ReadResult.Broken>()
            .SelectMany(one => one.Problems)
            .ToList();
        foreach (var problem in problems)
        {
            await ProblemLines.Print(printer, problem);
        }

        var broken = read.Count(one => one.Result is ReadResult.Broken);
        printer.Text.MarkupLine(
            broken == 0
                ? $"[green]{Printer.Many(read.Count, "definition")} read, nothing is wrong.[/]"
                : $"{Printer.Many(read.Count, "definition")} read, [red]{Printer.Count(broken)} with "
                    + $"{Printer.Many(problems.Count, "error")}[/]."
        );
    }
}
