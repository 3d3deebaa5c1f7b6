using CaseFlow.Engine.Conditions;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Routing;

/// <summary>Whether the rules would send a case to a queue as things are now, and if not, what keeps each rule from it.</summary>
/// <param name="Goes">The rules would send it there.</param>
/// <param name="Why">The answer in one sentence.</param>
/// <param name="Rules">Each rule that leads to the queue, in its order.</param>
public sealed record WhyNot(string Queue, bool Goes, string Why, ImmutableArray<WhyNotRule> Rules)
{
    /// <param name="facts">The case as it is, over this process's conditions.</param>
    public static WhyNot Of(CaseProcess process, ConditionFacts facts, string queue)
    {
        var winner = Router.FirstMatch(process.Parts.Routing, facts);
        ImmutableArray<WhyNotRule> rules =
        [
            .. process.Parts.Routing.Where(rule => rule.Queue == queue).Select(rule => Of(rule, winner, facts)),
        ];
        var goes = winner?.Queue == queue;
        return new(queue, goes, goes ? $"{First(winner!.Name)} sends it there." : Summary(queue, winner, rules), rules);
    }

    private static WhyNotRule Of(RoutingRule rule, RoutingRule? winner, ConditionFacts facts)
    {
        if (ReferenceEquals(rule, winner))
        {
            return new(rule.Name, true, null, null, null, "It matches, and no rule before it does.");
        }

        foreach (var condition in rule.When)
        {
            if (condition.Shortfall(facts) is { } shortfall)
            {
                var why = $"{shortfall.Seen}; the rule needs {shortfall.Needed}.";
                return new(rule.Name, false, condition.Text, shortfall.Seen, shortfall.Needed, why);
            }
        }

        var earlier = $"{Name(winner!)} comes before it and sends the case to {winner!.Queue}.";
        return rule.When.IsEmpty
            ? new(rule.Name, false, null, null, null, $"It takes what no rule matches, and {earlier}")
            : new(rule.Name, true, null, null, null, $"Its conditions hold, but {earlier}");
    }

    private static string Summary(string queue, RoutingRule? winner, ImmutableArray<WhyNotRule> rules) =>
        (rules, winner) switch
        {
            ([], null) => $"No rule leads to {queue}, and none matches the case.",
            ([], _) => $"No rule leads to {queue}; {Name(winner)} sends the case to {winner.Queue}.",
            ([var only], _) => $"{First(only.Rule)} does not send it there. {only.Why}",
            (_, null) => $"None of the {rules.Length} rules that lead to {queue} matches, and no other does.",
            _ =>
                $"None of the {rules.Length} rules that lead to {queue} sends it there; {Name(winner)} sends it to {winner.Queue}.",
        };

    private static string First(string rule) => rule == "otherwise" ? "'otherwise'" : $"Rule '{rule}'";

    private static string Name(RoutingRule rule) => Name(rule.Name);

    private static string Name(string rule) => rule == "otherwise" ? "'otherwise'" : $"rule '{rule}'";
}

/// <summary>Why one rule does not send a case to its queue.</summary>
/// <param name="Holds">All its conditions hold.</param>
/// <param name="Condition">The first of its conditions that does not; null where all do.</param>
/// <param name="Seen">The value that was seen there, such as <c>customer.tier is 'standard'</c>.</param>
/// <param name="Needed">The value that it takes, such as <c>one of 'gold', 'platinum'</c>.</param>
/// <param name="Why">All of it in a sentence.</param>
public sealed record WhyNotRule(string Rule, bool Holds, string? Condition, string? Seen, string? Needed, string Why);
