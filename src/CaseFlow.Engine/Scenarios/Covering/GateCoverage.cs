using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
using CaseFlow.Engine.Conditions;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Scenarios.Covering;

/// <summary>Whether each stage was entered, and whether what can keep a case out of it or back in it was seen doing so.</summary>
internal static class GateCoverage
{
    public static CoveredPart Of(CaseProcess process, ImmutableArray<AskedInScenario> asked) =>
        CoveredPart.Of(
            process.Stages.SelectMany((stage, index) => All(process, stage, index)),
            asked.SelectMany(one => Seen(process, one))
        );

    private static IEnumerable<string> All(CaseProcess process, StageDefinition stage, int index)
    {
        if (index > 0)
        {
            yield return Entered(stage.Key);
            foreach (var condition in stage.Enter)
            {
                yield return Holds(stage.Key, condition, true);
                yield return Holds(stage.Key, condition, false);
            }
        }

        // From the last stage a case is resolved, and where it may be from any, nothing there keeps it back.
        var isLeft = index < process.Stages.Length - 1 || !process.Parts.Policies.ResolveFromAnyStage;
        foreach (var step in stage.Steps.Where(step => isLeft && step.Required && CanBeOpen(step)))
        {
            yield return KeptBack(stage.Key, step);
        }
    }

    private static IEnumerable<string> Seen(CaseProcess process, AskedInScenario one)
    {
        if (
            one.Before is not { State: CaseState.Active } before
            || process.FindStage(before.Stage ?? "") is not { } from
        )
        {
            return [];
        }

        before = MoveAttempt.WouldBe(before, one.Command);
        var facts = process.Conditions.Facts(before, one.Told, one.Command.By, one.Command.At);
        return one.Command switch
        {
            CaseCommand.MoveStage move when Target(process, before, move) is { } to => Forward(
                from,
                to,
                before,
                facts,
                one
            ),
            CaseCommand.Resolve
                when one.Answer is Decision.Refused(Refusal.ResolveBlocked) && from == process.Stages[^1] => Back(
                from,
                before,
                facts
            ),
            _ => [],
        };
    }

    private static IEnumerable<string> Forward(
        StageDefinition from,
        StageDefinition to,
        Case before,
        ConditionFacts facts,
        AskedInScenario one
    ) =>
        one.Answer is Decision.Refused(not Refusal.StageGate)
            ? []
            :
            [
                .. to.Enter.Select(condition => Holds(to.Key, condition, condition.Holds(facts))),
                .. one.Answer is Decision.Accepted ? [Entered(to.Key)] : Back(from, before, facts),
            ];

    private static IEnumerable<string> Back(StageDefinition from, Case before, ConditionFacts facts) =>
        from
            .Steps.Where(step => step.Required && !Gates.IsDone(step, before) && Gates.Applies(step, facts))
            .Select(step => KeptBack(from.Key, step));

    // Going back has no gate.
    private static StageDefinition? Target(CaseProcess process, Case before, CaseCommand.MoveStage move)
    {
        var here = process.IndexOfStage(before.Stage);
        var there = move.To == "next" ? here + 1 : process.IndexOfStage(move.To);
        return there > here && there < process.Stages.Length ? process.Stages[there] : null;
    }

    // A case has its title and its customer from the beginning.
    private static bool CanBeOpen(Step step) => step is not (Step.FillField("title") or Step.Lookup("customer"));

    private static string Entered(string stage) => $"{stage}: entered";

    private static string Holds(string stage, Condition condition, bool holds) =>
        $"{stage}: '{condition}' {(holds ? "holds" : "does not hold")}";

    private static string KeptBack(string stage, Step step) => $"{stage}: kept back by '{step.Name}'";
}
