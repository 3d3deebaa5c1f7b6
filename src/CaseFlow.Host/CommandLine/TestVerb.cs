using System.CommandLine;
using CaseFlow.Engine.Scenarios;

namespace CaseFlow.Host.CommandLine;

/// <summary><c>caseflow test PATH...</c></summary>
internal static class TestVerb
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Definitions with scenarios beside them, or folders that hold them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var verb = new Command("test", "Run the scenarios of definitions and tell what they cover.") { paths };
        verb.SetAction(
            (parsed, cancellation) =>
                Run(new Printer(parsed, parsed.GetValue(CaseFlowCommand.Json)), parsed.GetValue(paths)!, cancellation)
        );
        return verb;
    }

    private static async Task<int> Run(Printer printer, string[] paths, CancellationToken cancellation)
    {
        var (files, errors) = DefinitionFile.Find(paths.Select(path => ScenarioFile.DefinitionOf(path) ?? path));
        if (errors is not [])
        {
            return await printer.WrongUse(errors);
        }

        var tested = new List<TestedProcess>();
        foreach (var path in files.Concat(WithoutDefinition(paths)))
        {
            tested.Add(await TestedProcess.Test(path, cancellation));
        }

        await (printer.IsJson ? printer.Json(TestDocument.Of(tested)) : TestReport.Print(printer, tested));
        return tested.TrueForAll(one => one.IsGood) ? Exit.AllWell : Exit.No;
    }

    /// <summary>Where definitions should be that scenarios in the folders are about, and are not.</summary>
    private static IEnumerable<string> WithoutDefinition(string[] paths) =>
        paths
            .Where(Directory.Exists)
            .SelectMany(path => Directory.GetFiles(path, "*" + ScenarioReader.FileEnding, SearchOption.AllDirectories))
            .Select(path => ScenarioFile.DefinitionOf(path)!)
            .Where(path => !File.Exists(path))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
}
