using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Conditions;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Automation;

/// <summary>
/// Why a rule fired and what came of it. It is not stored but worked out again, from the case as it was and from what the
/// event keeps of what was seen.
/// </summary>
/// <param name="On">The position of what the rule was on, in the history of the case.</param>
/// <param name="Event">What that was, such as <c>case.resolved</c>.</param>
/// <param name="When">Each condition, with what each part of it saw.</param>
/// <param name="Actions">What came of each action.</param>
/// <param name="Says">All of it in a sentence or two.</param>
public sealed record AutomationExplanation(
    string Rule,
    int On,
    string Event,
    ImmutableArray<ConditionExplanation> When,
    ImmutableArray<ActionOutcome> Actions,
    string Says
)
{
    /// <param name="process">The version that decided.</param>
    /// <param name="before">The case as it was before the rule fired.</param>
    /// <param name="happened">What the rule was on.</param>
    /// <returns>Null where this version has no such rule: then it is not the one that decided.</returns>
    public static AutomationExplanation? Of(
        CaseProcess process,
        Case before,
        CaseEvent happened,
        CaseEvent.AutomationFired fired
    )
    {
        if (process.Automation.All.FirstOrDefault(rule => rule.Name == fired.Rule) is not { } rule)
        {
            return null;
        }

        var facts = process.Conditions.Facts(
            rule,
            happened,
            before,
            fired.Told ?? CaseFacts.None,
            fired.Asker ?? new Actor(happened.By, Role.None),
            fired.At
        );
        var kind = rule.On.FirstOrDefault(pattern => pattern.Matches(happened))?.Kind.Name ?? "";
        return new(
            rule.Name,
            fired.On,
            kind,
            [.. rule.When.Select(condition => condition.Explain(facts))],
            fired.Actions,
            $"Rule '{rule.Name}' fired on {kind}. {string.Join(' ', fired.Actions.Select(action => action.Explain()))}"
        );
    }
}
