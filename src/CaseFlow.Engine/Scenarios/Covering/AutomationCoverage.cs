using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Scenarios.Covering;

/// <summary>Which automation rules fired.</summary>
internal static class AutomationCoverage
{
    public static CoveredPart Of(CaseProcess process, ImmutableArray<AskedInScenario> asked) =>
        CoveredPart.Of(
            process.Parts.Automation.Select(rule => rule.Name),
            asked.SelectMany(one => one.Events).OfType<CaseEvent.AutomationFired>().Select(fired => fired.Rule)
        );
}
