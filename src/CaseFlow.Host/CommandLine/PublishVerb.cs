using System.CommandLine;
using System.Text.Json;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Scenarios;
using CaseFlow.Host.Workflows;
using Spectre.Console;

namespace CaseFlow.Host.CommandLine;

/// <summary><c>caseflow publish PATH... [--url URL] [--user NAME]</c></summary>
internal static class PublishVerb
{
    /// <param name="Problems">Empty where it was published, or was so before.</param>
    private sealed record Outcome(
        string File,
        string? Process,
        string? Workflow,
        int? Version,
        string? Hash,
        bool Changed,
        IReadOnlyList<Problem> Problems
    );

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Definitions, or folders that hold them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var verb = new Command("publish", "Make definitions the newest versions of a running host.") { paths };
        RemoteHost.Reach(
            verb,
            (printer, parsed, host, cancellation) => Run(printer, parsed.GetValue(paths)!, host, cancellation)
        );
        return verb;
    }

    private static async Task<int> Run(Printer printer, string[] paths, RemoteHost host, CancellationToken cancellation)
    {
        var (files, errors) = DefinitionFile.Find(paths, [ProcessReader.FileEnding, .. WorkflowFiles.Endings]);
        if (errors is not [])
        {
            return await printer.WrongUse(errors);
        }

        var outcomes = new List<Outcome>();
        foreach (var file in files)
        {
            try
            {
                if (WorkflowFiles.Is(file))
                {
                    outcomes.Add(OutcomeOf(file, await host.PublishWorkflow(file, cancellation)));
                    continue;
                }

                var definition = await DefinitionFile.Load(file, cancellation);
                var scenarios = ScenarioFile.Beside(file) is { } beside
                    ? await File.ReadAllTextAsync(beside, cancellation)
                    : null;
                outcomes.Add(
                    OutcomeOf(file, await host.Publish(definition.Text, scenarios, definition.Files, cancellation))
                );
            }
            catch (HttpRequestException unreachable)
            {
                return await printer.No($"{file}: {unreachable.Message}");
            }
        }

        if (printer.IsJson)
        {
            await printer.Json(new { files = outcomes });
        }
        else
        {
            await PrintText(printer, outcomes);
        }

        return outcomes.Exists(one => one.Problems is not []) ? Exit.No : Exit.AllWell;
    }

    private static Outcome OutcomeOf(string file, JsonElement answer) =>
        answer.TryGetProperty("version", out var version) && version.TryGetInt32(out var number)
            ? new Outcome(
                file,
                TextIn(answer, "process"),
                TextIn(answer, "workflow"),
                number,
                answer.GetProperty("hash").GetString(),
                answer.GetProperty("changed").GetBoolean(),
                []
            )
            : new Outcome(
                file,
                null,
                null,
                null,
                null,
                false,
                [.. answer.GetProperty("errors").EnumerateArray().Select(problem => ProblemOf(file, problem))]
            );

    private static string? TextIn(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var text) ? text.GetString() : null;

    // The host knows no paths; what is not about the scenarios is about the definition.
    private static Problem ProblemOf(string file, JsonElement problem) =>
        new(
            problem.GetProperty("file").GetString()!.EndsWith(ScenarioReader.FileEnding, StringComparison.Ordinal)
                ? ScenarioFile.Beside(file) ?? file
                : file,
            problem.GetProperty("line").GetInt32(),
            problem.GetProperty("column").GetInt32(),
            problem.GetProperty("code").GetString()!,
            problem.GetProperty("message").GetString()!
        );

    private static async Task PrintText(Printer printer, List<Outcome> outcomes)
    {
        foreach (var problem in outcomes.SelectMany(one => one.Problems))
        {
            await ProblemLines.Print(printer, problem);
        }

        foreach (var one in outcomes.Where(one => one.Problems is []))
        {
            printer.Text.MarkupLine(
                one.Changed
                    ? $"[green]{one.Process ?? one.Workflow}: version {one.Version} is published.[/]"
                    : $"{one.Process ?? one.Workflow}: version {one.Version} is published already, nothing has changed."
            );
        }

        if (outcomes.Count(one => one.Problems is not []) is > 0 and var broken)
        {
            printer.Text.MarkupLine($"[red]{Printer.Many(broken, "definition")} not published.[/]");
        }
    }
}
