using System.Collections.Concurrent;

namespace CaseFlow.Workflows.Running.Compiled;

/// <summary>
/// What leads where in a flowchart that starts with a certain activity. A connection leads back where its target already
/// leads to its source, walking breadth first from the start.
/// </summary>
internal sealed class FlowGraph
{
    private readonly ImmutableArray<FlowEdge>[] outbound;
    private readonly ImmutableArray<FlowEdge>[] inbound;
    private readonly ImmutableArray<FlowEdge>[] forwardInbound;
    private readonly bool[] isForward;
    private readonly ConcurrentDictionary<int, ImmutableArray<int>> ancestors = [];

    public FlowGraph(int count, ImmutableArray<FlowEdge> edges, int start)
    {
        Start = start;
        Activities = count;
        Edges = edges;
        outbound = Group(count, edges, edge => edge.Source);
        inbound = Group(count, edges, edge => edge.Target);
        isForward = new bool[edges.Length];
        Walk();
        forwardInbound = Group(count, [.. edges.Where(edge => isForward[edge.Index])], edge => edge.Target);
    }

    public int Start { get; }

    public int Activities { get; }

    public ImmutableArray<FlowEdge> Edges { get; }

    public ImmutableArray<FlowEdge> Outbound(int activity) => outbound[activity];

    public ImmutableArray<FlowEdge> Inbound(int activity) => inbound[activity];

    public ImmutableArray<FlowEdge> ForwardInbound(int activity) => forwardInbound[activity];

    public bool IsForward(FlowEdge edge) => isForward[edge.Index];

    /// <summary>Whether nothing leads to it from the start.</summary>
    public bool IsDangling(int activity) => activity != Start && forwardInbound[activity] is [];

    /// <summary>Every activity that leads to it.</summary>
    public ImmutableArray<int> Ancestors(int activity) =>
        ancestors.GetOrAdd(activity, of => [.. Behind(of, stop: -1).Order()]);

    /// <summary>Whether every way from the start to where the connection begins goes through its target.</summary>
    public bool MayGoBack(FlowEdge edge) =>
        edge.Source == edge.Target
        || edge.Target == Start
        || (edge.Source != Start && !Behind(edge.Source, edge.Target).Contains(Start));

    // Which activities lead to this one without passing another.
    private HashSet<int> Behind(int activity, int stop)
    {
        var found = new HashSet<int>();
        var next = new Queue<int>([activity]);
        while (next.TryDequeue(out var at))
        {
            foreach (var edge in forwardInbound[at])
            {
                if (edge.Source != stop && edge.Source != activity && found.Add(edge.Source))
                {
                    next.Enqueue(edge.Source);
                }
            }
        }

        return found;
    }

    private void Walk()
    {
        var accepted = new List<int>[Activities];
        var marks = new int[Activities];
        var seen = new bool[Activities];
        var next = new Queue<int>([Start]);
        seen[Start] = true;
        while (next.TryDequeue(out var at))
        {
            foreach (var edge in outbound[at])
            {
                if (!LeadsTo(accepted, marks, edge))
                {
                    (accepted[edge.Source] ??= []).Add(edge.Target);
                    isForward[edge.Index] = true;
                }

                if (!seen[edge.Target])
                {
                    seen[edge.Target] = true;
                    next.Enqueue(edge.Target);
                }
            }
        }
    }

    // Whether its target leads to its source already. What this edge has looked at bears its mark.
    private static bool LeadsTo(List<int>?[] accepted, int[] marks, FlowEdge edge)
    {
        if (edge.Source == edge.Target)
        {
            return true;
        }

        var mark = edge.Index + 1;
        var next = new Stack<int>([edge.Target]);
        while (next.TryPop(out var at))
        {
            foreach (var target in accepted[at] ?? [])
            {
                if (target == edge.Source)
                {
                    return true;
                }

                if (marks[target] != mark)
                {
                    marks[target] = mark;
                    next.Push(target);
                }
            }
        }

        return false;
    }

    private static ImmutableArray<FlowEdge>[] Group(int count, ImmutableArray<FlowEdge> edges, Func<FlowEdge, int> end)
    {
        var grouped = edges.ToLookup(end);
        return [.. Enumerable.Range(0, count).Select(activity => grouped[activity].ToImmutableArray())];
    }
}
