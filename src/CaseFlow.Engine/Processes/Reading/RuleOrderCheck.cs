using CaseFlow.Engine.Conditions;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Finds routing rules that an earlier one leaves nothing to match.</summary>
internal sealed class RuleOrderCheck(ProblemList problems)
{
    private readonly List<(YamlScalar Name, HashSet<int> Asks)> rules = [];

    // Conditions that say the same have the same number, so that comparing a thousand rules with each other is cheap.
    private readonly Dictionary<Syntax, int> numbers = [];

    public void Add(YamlScalar name, ImmutableArray<PlacedCondition> when)
    {
        // A rule that never matches takes nothing from the others.
        if (when.All(placed => placed.Condition.Constant != false))
        {
            var asked = when.Where(placed => placed.Condition.Constant != true);
            rules.Add((name, [.. asked.SelectMany(placed => PartsOf(placed.Condition.Syntax)).Select(NumberOf)]));
        }
    }

    public void Check()
    {
        for (var index = 1; index < rules.Count; index++)
        {
            var (name, asks) = rules[index];
            // Whoever asks for less takes every case that asks for more.
            var earlier = rules.Take(index).FirstOrDefault(rule => rule.Asks.IsSubsetOf(asks));
            if (earlier.Name is { } winner)
            {
                problems.Add(
                    name.Start,
                    ProblemCodes.NeverMatches,
                    $"rule '{name.Value}' can never match, because rule '{winner.Value}' in line {winner.Start.Line} "
                        + (
                            earlier.Asks.Count == 0
                                ? "takes every case; move it down"
                                : "takes all its cases before; put the narrower rule first, or remove one"
                        )
                );
            }
        }
    }

    // 'a && b' asks the same as a list of both.
    private static IEnumerable<Syntax> PartsOf(Syntax asked) =>
        asked is Syntax.And(var parts) ? parts.SelectMany(PartsOf) : [asked];

    private int NumberOf(Syntax asked)
    {
        if (!numbers.TryGetValue(asked, out var number))
        {
            number = numbers.Count;
            numbers.Add(asked, number);
        }

        return number;
    }
}
