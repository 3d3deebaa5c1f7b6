using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Scenarios.Covering;

namespace CaseFlow.Engine.Scenarios;

/// <summary>How much of a process a set of runs has gone through, and what of it they never touched.</summary>
/// <param name="Transitions">Moves of the table that were made.</param>
/// <param name="Rules">Routing rules that chose a queue.</param>
/// <param name="Automation">Automation rules that fired.</param>
/// <param name="Gates">Stages that were entered, conditions in front of them that were seen holding and not holding,
/// and required steps that kept a case back.</param>
/// <param name="Roles">Moves that are for certain roles: made by each of them, and refused to somebody else.</param>
public sealed record ScenarioCoverage(
    CoveredPart Transitions,
    CoveredPart Rules,
    CoveredPart Automation,
    CoveredPart Gates,
    CoveredPart Roles
)
{
    /// <param name="runs">Of scenarios that were read against this process.</param>
    public static ScenarioCoverage Of(CaseProcess process, IEnumerable<ScenarioRun> runs)
    {
        ImmutableArray<AskedInScenario> asked = [.. runs.SelectMany(run => run.Asked)];
        return new ScenarioCoverage(
            TransitionCoverage.Of(process, asked),
            RuleCoverage.Of(process, asked),
            AutomationCoverage.Of(process, asked),
            GateCoverage.Of(process, asked),
            RoleCoverage.Of(process, asked)
        );
    }
}

/// <summary>What of one part of a process was gone through, by names that an admin knows it by.</summary>
/// <param name="Covered">In the order of the process.</param>
/// <param name="Uncovered">In the order of the process.</param>
public sealed record CoveredPart(ImmutableArray<string> Covered, ImmutableArray<string> Uncovered)
{
    public int Total => Covered.Length + Uncovered.Length;

    internal static CoveredPart Of(IEnumerable<string> all, IEnumerable<string> touched)
    {
        var seen = touched.ToHashSet(StringComparer.Ordinal);
        var names = all.Distinct(StringComparer.Ordinal).ToLookup(seen.Contains);
        return new CoveredPart([.. names[true]], [.. names[false]]);
    }
}
