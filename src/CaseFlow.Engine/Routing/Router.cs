using CaseFlow.Engine.Cases.Deciding;
using CaseFlow.Engine.Conditions;

namespace CaseFlow.Engine.Routing;

/// <summary>Runs down the routing table: the first rule whose conditions all hold names the queue.</summary>
internal static class Router
{
    /// <summary>The queue and the reason, or null where no rule matches.</summary>
    public static (string Queue, RoutingReason Because)? Choose(Question asked)
    {
        var facts = asked.FactsOver(asked.Case);
        return FirstMatch(asked.Process.Parts.Routing, facts) is { } rule
            ? (
                rule.Queue,
                new RoutingReason(rule.Name, asked.Process.Conditions.RoutingReadsPeople ? asked.Told : null)
            )
            : null;
    }

    public static RoutingRule? FirstMatch(ImmutableArray<RoutingRule> rules, ConditionFacts facts)
    {
        foreach (var rule in rules)
        {
            if (Holds(rule, facts))
            {
                return rule;
            }
        }

        return null;
    }

    private static bool Holds(RoutingRule rule, ConditionFacts facts)
    {
        foreach (var condition in rule.When)
        {
            if (!condition.Holds(facts))
            {
                return false;
            }
        }

        return true;
    }
}
