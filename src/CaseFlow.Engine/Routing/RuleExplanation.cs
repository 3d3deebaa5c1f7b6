using CaseFlow.Engine.Conditions;

namespace CaseFlow.Engine.Routing;

/// <summary>What became of one line of the routing table.</summary>
/// <param name="Wins">It is the first that holds, so the case goes to its queue.</param>
/// <param name="When">Each of its conditions, with what each part of it saw; empty for <c>otherwise</c>.</param>
public sealed record RuleExplanation(
    string Rule,
    string Queue,
    bool Holds,
    bool Wins,
    ImmutableArray<ConditionExplanation> When
)
{
    /// <summary>The whole table, over the same facts.</summary>
    public static ImmutableArray<RuleExplanation> Of(ImmutableArray<RoutingRule> rules, ConditionFacts facts)
    {
        var winner = Router.FirstMatch(rules, facts);
        return
        [
            .. rules.Select(rule => new RuleExplanation(
                rule.Name,
                rule.Queue,
                Router.Holds(rule, facts),
                ReferenceEquals(rule, winner),
                [.. rule.When.Select(condition => condition.Explain(facts))]
            )),
        ];
    }
}
