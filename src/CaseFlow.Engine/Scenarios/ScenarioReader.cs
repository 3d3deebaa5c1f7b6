using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Reading;
using CaseFlow.Engine.Processes.Yaml;
using CaseFlow.Engine.Scenarios.Reading;
using CaseFlow.Engine.Scenarios.Reading.Keys;

namespace CaseFlow.Engine.Scenarios;

/// <summary>Reads the scenarios of a process: all of them, or every problem that they have, at its place.</summary>
public static class ScenarioReader
{
    /// <summary>What a file of scenarios is called behind the key of the process.</summary>
    public const string FileEnding = ".scenarios.yaml";

    /// <param name="file">The name of the file, for problems; it begins with the key of the process.</param>
    /// <param name="process">The process that the scenarios are about: their names are looked up in it.</param>
    public static ScenarioReadResult Read(string file, string text, CaseProcess process)
    {
        var problems = new ProblemList(file);
        CheckName(file, process, problems);
        ImmutableArray<Scenario> scenarios = [];
        if (YamlTree.Read(text, problems) is { } root)
        {
            var keys = new FileKeys(process);
            new ShapeCheck(problems).Check(root, keys.File, "a file of scenarios");
            scenarios = new FileReader(file, process, keys, problems).Read(root);
        }

        return problems.Any
            ? new ScenarioReadResult.Broken(problems.InOrder())
            : new ScenarioReadResult.Ready(scenarios);
    }

    private static void CheckName(string file, CaseProcess process, ProblemList problems)
    {
        if (file != process.Key + FileEnding)
        {
            problems.Add(
                YamlPlace.Start,
                ProblemCodes.WrongFileName,
                $"the scenarios of process '{process.Key}' belong into the file '{process.Key}{FileEnding}', and this one is '{file}'"
            );
        }
    }
}
