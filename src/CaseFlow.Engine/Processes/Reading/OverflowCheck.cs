using CaseFlow.Engine.Processes.Reading.Keys;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Finds queues that give cases on to nowhere, never, or round in a circle.</summary>
internal sealed class OverflowCheck(KnownNames queueNames, ProblemList problems)
{
    public void Check(YamlNode? section)
    {
        var targets = new Dictionary<string, YamlScalar>(StringComparer.Ordinal);
        foreach (var entry in section.Entries())
        {
            if (entry.Value.At(QueueKeys.Overflow) is not YamlMapping overflow)
            {
                continue;
            }

            if (queueNames.Refer(overflow.At(OverflowKeys.To), "overflow to") is not null)
            {
                targets.Add(entry.Name, overflow.At(OverflowKeys.To).AsScalar()!);
            }

            if (overflow.At(OverflowKeys.WhenWaitingOver) is null && overflow.At(OverflowKeys.LongerThan) is null)
            {
                problems.Add(
                    overflow.Start,
                    ProblemCodes.OverflowNeverHappens,
                    "this overflow never happens; say 'when-waiting-over', how many may wait, or 'longer-than', how long"
                );
            }
        }

        CheckLoops(targets);
    }

    private void CheckLoops(Dictionary<string, YamlScalar> targets)
    {
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in targets.Keys)
        {
            List<string> way = [start];
            while (targets.TryGetValue(way[^1], out var to) && !way.Contains(to.Value, StringComparer.Ordinal))
            {
                way.Add(to.Value);
            }

            // Each circle is told once, from the first of its queues in the file.
            if (targets.TryGetValue(way[^1], out var back) && back.Value == start && reported.Add(start))
            {
                reported.UnionWith(way);
                problems.Add(
                    targets[start].Start,
                    ProblemCodes.OverflowLoop,
                    $"cases would go round in a circle: {string.Join(" -> ", way.Append(start))}; let the last one keep them"
                );
            }
        }
    }
}
