using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Scenarios;
using CaseFlow.Engine.Tests.Cases;

namespace CaseFlow.Engine.Tests.Scenarios;

/// <summary>Scenarios written in a test, about a process that has something of everything.</summary>
internal static class ScenarioSpec
{
    public static CaseProcess Support => TestProcesses.Support.Process;

    public static ScenarioReadResult Read(string yaml, CaseProcess? process = null) =>
        ScenarioReader.Read((process ?? Support).Key + ScenarioReader.FileEnding, yaml, process ?? Support);

    public static ImmutableArray<Scenario> AllOf(string yaml, CaseProcess? process = null) =>
        Read(yaml, process) switch
        {
            ScenarioReadResult.Ready(var scenarios) => scenarios,
            ScenarioReadResult.Broken(var problems) => throw new InvalidOperationException(string.Join('\n', problems)),
            _ => throw new InvalidOperationException(),
        };

    public static Scenario One(string yaml, CaseProcess? process = null) => AllOf(yaml, process).Single();

    /// <summary>What is not as the one scenario says; empty where it passes.</summary>
    public static string Failures(string yaml, CaseProcess? process = null) =>
        string.Concat(
            ScenarioRunner.Run(process ?? Support, One(yaml, process)).Failures.Select(failure => $"{failure}\n")
        );
}
