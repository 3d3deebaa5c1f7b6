using System.CommandLine;
using CaseFlow.Engine.Mail;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Webhooks;
using CaseFlow.Host.Workflows;
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
        var (files, errors) = DefinitionFile.Find(
            paths,
            [ProcessReader.FileEnding, WebhookReader.FileEnding, MailboxReader.FileEnding, .. WorkflowFiles.Endings]
        );
        if (errors is not [])
        {
            return await printer.WrongUse(errors);
        }

        var read = await ValidatedFile.Read(files, cancellation);
        if (printer.IsJson)
        {
            await PrintJson(printer, read);
        }
        else
        {
            await PrintText(printer, read);
        }

        return read.All(IsValid) ? Exit.AllWell : Exit.No;
    }

    private static bool IsValid(ValidatedFile file) => file.Problems.IsEmpty;

    private static Task PrintJson(Printer printer, ImmutableArray<ValidatedFile> read) =>
        printer.Json(
            new
            {
                valid = read.All(IsValid),
                files = read.Select(one => new
                {
                    file = one.Path,
                    valid = IsValid(one),
                    process = one.Process?.Key,
                    webhook = one.Webhook?.Name,
                    mailbox = one.Mailbox?.Name,
                    workflow = one.Workflow?.DefinitionId,
                    hash = one.Process?.Hash ?? one.Webhook?.Hash ?? one.Mailbox?.Hash ?? one.Workflow?.VersionId,
                    problems = one.Problems,
                    warnings = one.Warnings,
                }),
            }
        );

    private static async Task PrintText(Printer printer, ImmutableArray<ValidatedFile> read)
    {
        var problems = read.SelectMany(one => one.Problems).ToList();
        foreach (var problem in problems)
        {
            await ProblemLines.Print(printer, problem);
        }

        foreach (var warning in read.SelectMany(one => one.Warnings))
        {
            await ProblemLines.Print(printer, warning);
        }

        var broken = read.Count(one => !IsValid(one));
        printer.Text.MarkupLine(
            broken == 0
                ? $"[green]{Printer.Many(read.Length, "definition")} read, nothing is wrong.[/]"
                : $"{Printer.Many(read.Length, "definition")} read, [red]{Printer.Count(broken)} with "
                    + $"{Printer.Many(problems.Count, "error")}[/]."
        );
    }
}
