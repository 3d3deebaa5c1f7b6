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
        return FirstMatch(asked.Process.Parts.Routing, facts) is { } rule ? (rule.Queue, Reason(asked, rule)) : null;
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

    public static bool Holds(RoutingRule rule, ConditionFacts facts)
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

    private static RoutingReason Reason(Question asked, RoutingRule rule)
    {
        var conditions = asked.Process.Conditions;
        return new(
            rule.Name,
            conditions.RoutingReadsPeople || conditions.RoutingReadsEntitlement
                ? asked.Told.ForConditions(asked.Case.Entitlement)
                : null,
            conditions.RoutingReadsActor ? asked.Command.By : null
        );
    }
}
