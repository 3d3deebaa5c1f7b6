using CaseFlow.Engine.Automation;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
using CaseFlow.Engine.Conditions;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Routing;

namespace CaseFlow.Engine.Trials;

/// <summary>
/// What a definition would make of a case, with every reason: the same decisions as for any case, whose answers are shown and
/// then thrown away.
/// </summary>
/// <param name="Case">As it would be.</param>
/// <param name="Routing">Where the rules send it, and why.</param>
/// <param name="Automation">The rules that would fire at once, in their order.</param>
public sealed record CaseTrial(
    Case Case,
    TriedRouting Routing,
    ImmutableArray<TriedStage> Stages,
    ImmutableArray<TriedMove> Moves,
    ImmutableArray<AutomationExplanation> Automation
)
{
    /// <param name="before">The case before; null for one that would be new.</param>
    /// <param name="command">What was asked: to open it, or to route it.</param>
    /// <param name="events">The answer.</param>
    /// <param name="told">What the answer was told.</param>
    public static CaseTrial Of(
        CaseProcess process,
        Case? before,
        CaseCommand command,
        ImmutableArray<CaseEvent> events,
        CaseFacts told
    )
    {
        var after = events.Aggregate(before, CaseHistory.Evolve)!;
        var facts = process.Conditions.Facts(after, told, command.By, command.At);
        return new(
            after,
            TriedRouting.Of(process, before, events, facts),
            [.. process.Stages.Select(stage => TriedStage.Of(stage, after, facts))],
            Try(process, after, command, told),
            Fired(process, before, events)
        );
    }

    private static ImmutableArray<TriedMove> Try(
        CaseProcess process,
        Case after,
        CaseCommand command,
        CaseFacts told
    ) =>
        [
            .. CasePossibilities
                .Of(process, after, command.By, command.At, told)
                .Where(one =>
                    one.To != after.Status
                    && one.Command
                        is CaseCommand.MoveStatus
                            or CaseCommand.Resolve
                            or CaseCommand.Cancel
                            or CaseCommand.Reactivate
                )
                .Select(one => new TriedMove(
                    one.To!,
                    one.Title?.Text,
                    one.Name,
                    one.Refusal,
                    one.Refusal is null ? FiredBy(process, after, one.Command, told) : []
                )),
        ];

    private static ImmutableArray<string> FiredBy(
        CaseProcess process,
        Case current,
        CaseCommand command,
        CaseFacts told
    ) =>
        CaseDecider.Decide(process, current, command, told) is Decision.Accepted(var events)
            ? [.. events.OfType<CaseEvent.AutomationFired>().Select(fired => fired.Rule)]
            : [];

    private static ImmutableArray<AutomationExplanation> Fired(
        CaseProcess process,
        Case? before,
        ImmutableArray<CaseEvent> events
    )
    {
        var (explained, so) = (ImmutableArray.CreateBuilder<AutomationExplanation>(), before);
        var first = (before?.Version ?? 0) + 1;
        foreach (var happened in events)
        {
            if (
                happened is CaseEvent.AutomationFired fired
                && events.ElementAtOrDefault(fired.On - first) is { } on
                && AutomationExplanation.Of(process, so!, on, fired) is { } why
            )
            {
                explained.Add(why);
            }

            so = CaseHistory.Evolve(so, happened);
        }

        return explained.DrainToImmutable();
    }
}

/// <summary>Where the rules send a case.</summary>
/// <param name="Queue">Null where no rule matches.</param>
/// <param name="Rule">The rule that wins.</param>
/// <param name="Worker">To whom the queue gives it; null where it waits there.</param>
/// <param name="Rules">Every line of the table with every condition.</param>
/// <param name="Explanation">How it came into the queue; null where it comes into none, or is in it already.</param>
public sealed record TriedRouting(
    string? Queue,
    string? Rule,
    string? Worker,
    ImmutableArray<RuleExplanation> Rules,
    RoutingExplanation? Explanation
)
{
    internal static TriedRouting Of(
        CaseProcess process,
        Case? before,
        ImmutableArray<CaseEvent> events,
        ConditionFacts facts
    )
    {
        var so = before;
        for (var index = 0; index < events.Length; index++)
        {
            if (events[index] is CaseEvent.Queued { Because: not null } queued)
            {
                var next = index + 1 < events.Length ? events[index + 1] : null;
                var why = RoutingExplanation.Of(process, so!, queued, next);
                return new(why.Queue, why.Rule, (next as CaseEvent.Picked)?.Worker, why.Rules, why);
            }

            so = CaseHistory.Evolve(so, events[index]);
        }

        var rules = RuleExplanation.Of(process.Parts.Routing, facts);
        var winner = rules.FirstOrDefault(rule => rule.Wins);
        return new(winner?.Queue, winner?.Rule, null, rules, null);
    }
}

/// <summary>A stage, and what stands between a case and it, and the way out of it.</summary>
/// <param name="IsHere">The case is in it.</param>
/// <param name="Enter">The gate in front of it.</param>
/// <param name="Missing">What keeps a case that is in it from leaving it.</param>
public sealed record TriedStage(
    string Key,
    string Title,
    bool IsHere,
    bool CanEnter,
    ImmutableArray<ConditionExplanation> Enter,
    ImmutableArray<TriedStep> Steps,
    ImmutableArray<Missing> Missing
)
{
    internal static TriedStage Of(StageDefinition stage, Case current, ConditionFacts facts)
    {
        ImmutableArray<ConditionExplanation> enter = [.. stage.Enter.Select(one => one.Explain(facts))];
        return new(
            stage.Key,
            stage.Title.Text,
            stage.Key == current.Stage,
            enter.All(one => one.Holds),
            enter,
            [
                .. stage.Steps.Select(step => new TriedStep(
                    step.Name,
                    step.Required,
                    Gates.Applies(step, facts),
                    Gates.IsDone(step, current)
                )),
            ],
            Gates.OpenSteps(stage, current, facts)
        );
    }
}

/// <param name="IsAsked">Its conditions hold.</param>
public sealed record TriedStep(string Name, bool IsRequired, bool IsAsked, bool IsDone);

/// <summary>A way to another status.</summary>
/// <param name="Refusal">Why not; null where the case can go.</param>
/// <param name="Automation">The rules that would fire.</param>
public sealed record TriedMove(
    string To,
    string? Title,
    string Command,
    Refusal? Refusal,
    ImmutableArray<string> Automation
);
