using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Finds statuses that no case can come to, and such that no case could ever be closed from.</summary>
internal sealed class StatusGraphCheck(IReadOnlyDictionary<string, YamlPlace> places, ProblemList problems)
{
    public void Check(ImmutableArray<StatusDefinition> statuses, ImmutableArray<Transition> transitions)
    {
        var reached = Closure(
            statuses.Where(status => status.Initial),
            transitions.ToLookup(move => move.From, move => move.To, StringComparer.Ordinal)
        );
        var closable = Closure(
            statuses.Where(status => status.State != CaseState.Active),
            transitions.ToLookup(move => move.To, move => move.From, StringComparer.Ordinal)
        );
        foreach (var status in statuses)
        {
            if (!reached.Contains(status.Key))
            {
                problems.Add(
                    places[status.Key],
                    ProblemCodes.Unreachable,
                    $"no case can come to status '{status.Key}': no transitions lead there from an initial status"
                );
            }
            else if (!closable.Contains(status.Key))
            {
                problems.Add(
                    places[status.Key],
                    ProblemCodes.NoWayOut,
                    $"a case in status '{status.Key}' could never be closed: no transitions lead from there to a resolved or cancelled status"
                );
            }
        }
    }

    private static HashSet<string> Closure(IEnumerable<StatusDefinition> from, ILookup<string, string> next)
    {
        var found = from.Select(status => status.Key).ToHashSet(StringComparer.Ordinal);
        var open = new Queue<string>(found);
        while (open.TryDequeue(out var here))
        {
            foreach (var there in next[here].Where(found.Add))
            {
                open.Enqueue(there);
            }
        }

        return found;
    }
}
