using CaseFlow.Engine.Processes.Reading.Keys;
using CaseFlow.Engine.Processes.Yaml;
using CaseFlow.Engine.Routing;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Reads the routing table.</summary>
internal sealed class RoutingReader(KnownNames queueNames, ConditionReader conditions, ProblemList problems)
{
    private readonly Dictionary<string, YamlPlace> names = new(StringComparer.Ordinal);
    private YamlPlace? otherwise;

    public ImmutableArray<RoutingRule> Read(YamlNode? section)
    {
        ImmutableArray<RoutingRule> rules = [];
        var order = new RuleOrderCheck(problems);
        foreach (var line in (section as YamlSequence)?.Items ?? [])
        {
            var name = line.At(RoutingKeys.Rule).AsScalar();
            if (line.At(RoutingKeys.Otherwise) is { } rest && name is null)
            {
                ReadOtherwise(rest, ref rules);
            }
            else if (name is not null && line.At(RoutingKeys.Otherwise) is null)
            {
                rules = rules.Add(ReadRule(name, line, order));
            }
        }

        order.Check();
        return rules;
    }

    private void ReadOtherwise(YamlNode rest, ref ImmutableArray<RoutingRule> rules)
    {
        if (otherwise is { } first)
        {
            problems.Add(
                rest.Start,
                ProblemCodes.OtherwiseNotLast,
                $"'otherwise' stands in line {first.Line} already; a case can only go to one queue"
            );
            return;
        }

        otherwise = rest.Start;
        if (queueNames.Refer(rest, "routing otherwise to") is { } queue)
        {
            rules = rules.Add(new RoutingRule("otherwise", queue));
        }
    }

    private RoutingRule ReadRule(YamlScalar name, YamlNode line, RuleOrderCheck order)
    {
        var queue = queueNames.Refer(line.At(RoutingKeys.Queue), "routing to");
        var when = conditions.Read(line.At(RoutingKeys.When), "so the rule never matches");
        if (name.Value == RoutingKeys.Otherwise.Name)
        {
            problems.Add(
                name.Start,
                ProblemCodes.ReservedName,
                "'otherwise' names the cases that no rule matches; call the rule something else"
            );
        }
        else if (name.Value == RoutingReason.Overflow)
        {
            problems.Add(
                name.Start,
                ProblemCodes.ReservedName,
                "'overflow' names the cases that a queue gives on; call the rule something else"
            );
        }
        else if (!names.TryAdd(name.Value, name.Start))
        {
            problems.Add(
                name.Start,
                ProblemCodes.DuplicateName,
                $"a rule called '{name.Value}' stands in line {names[name.Value].Line} already; cases keep the name as their reason"
            );
        }

        if (otherwise is { } before)
        {
            problems.Add(
                name.Start,
                ProblemCodes.OtherwiseNotLast,
                $"rule '{name.Value}' can never match, because 'otherwise' in line {before.Line} takes every case; move 'otherwise' to the end"
            );
        }
        else if (when.Length == line.At(RoutingKeys.When).Many().Length)
        {
            order.Add(name, when);
        }

        return new RoutingRule(name.Value, queue ?? "") { When = [.. when.Select(placed => placed.Condition)] };
    }
}
