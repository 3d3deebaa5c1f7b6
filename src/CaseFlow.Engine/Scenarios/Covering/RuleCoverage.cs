using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Scenarios.Covering;

/// <summary>Which routing rules chose a queue.</summary>
internal static class RuleCoverage
{
    public static CoveredPart Of(CaseProcess process, ImmutableArray<AskedInScenario> asked) =>
        CoveredPart.Of(
            process.Parts.Routing.Select(rule => rule.Name),
            asked
                .SelectMany(one => one.Events)
                .OfType<CaseEvent.Queued>()
                .Select(queued => queued.Because?.Rule)
                .OfType<string>()
        );
}
