using CaseFlow.Engine.Automation;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Finds automation rules that set themselves off, or each other round in a circle.</summary>
/// <param name="parts">What the process says beside its rules.</param>
internal sealed class AutomationLoopCheck(ProcessParts parts, ProblemList problems)
{
    /// <param name="places">Where the rules stand, by their names.</param>
    public void Check(ImmutableArray<AutomationRule> rules, IReadOnlyDictionary<string, YamlPlace> places)
    {
        if (rules.IsEmpty)
        {
            return;
        }

        var raised = new RaisedEvents(parts, rules);
        var follow = rules
            .Select(rule =>
                rules.Select((other, index) => (other, index)).Where(one => raised.SetsOff(rule, one.other))
            )
            .Select(others => others.Select(one => one.index).ToArray())
            .ToArray();
        var told = new HashSet<int>();
        for (var start = 0; start < rules.Length; start++)
        {
            // Each circle is told once, from the first of its rules in the file.
            if (!told.Contains(start) && WayBack(follow, start) is { } way)
            {
                told.UnionWith(way);
                problems.Add(
                    places[rules[start].Name],
                    ProblemCodes.AutomationLoop,
                    Say(way.Select(index => rules[index].Name).ToList())
                );
            }
        }
    }

    private static string Say(List<string> way) =>
        (way is [var only] ? $"rule '{only}' would set itself off" : Circle(way))
        + "; say in brackets behind an event which of them are meant, such as case.edited('impact' in fields), "
        + "or let one of the actions go";

    private static string Circle(List<string> way) =>
        $"rules would set each other off in a circle: {string.Join(" -> ", way.Append(way[0]).Select(name => $"'{name}'"))}";

    /// <summary>The shortest way from a rule back to itself; null where there is none.</summary>
    private static List<int>? WayBack(int[][] follow, int start)
    {
        var from = new Dictionary<int, int>();
        var waiting = new Queue<int>([start]);
        while (waiting.TryDequeue(out var here))
        {
            foreach (var there in follow[here])
            {
                if (there == start)
                {
                    return WayTo(from, start, here);
                }

                if (from.TryAdd(there, here))
                {
                    waiting.Enqueue(there);
                }
            }
        }

        return null;
    }

    private static List<int> WayTo(Dictionary<int, int> from, int start, int end)
    {
        List<int> way = [end];
        while (way[0] != start)
        {
            way.Insert(0, from[way[0]]);
        }

        return way;
    }
}
