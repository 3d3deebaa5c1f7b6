using System.Collections.Concurrent;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Running.Compiled;

/// <summary>The graphs of a flowchart, one for each activity that it can start with.</summary>
internal sealed class FlowGraphs
{
    private readonly ImmutableArray<FlowEdge> edges;
    private readonly int count;
    private readonly ConcurrentDictionary<int, FlowGraph> byStart = [];

    public FlowGraphs(ActivityNode flowchart)
    {
        count = flowchart.Activities.Length;
        var indexes = flowchart
            .Activities.Select((activity, index) => (activity.Id, index))
            .ToDictionary(one => one.Id, one => one.index, StringComparer.Ordinal);
        edges =
        [
            .. flowchart
                .Connections.Where(connection =>
                    indexes.ContainsKey(connection.Source) && indexes.ContainsKey(connection.Target)
                )
                .Select(
                    (connection, index) =>
                        new FlowEdge(index, indexes[connection.Source], connection.Port, indexes[connection.Target])
                ),
        ];
        Start = count == 0 ? -1 : indexes[StartActivity.Of(flowchart).Id];
    }

    /// <summary>Where it starts where nothing else is said; -1 where it holds nothing.</summary>
    public int Start { get; }

    public FlowGraph From(int start) => byStart.GetOrAdd(start, from => new FlowGraph(count, edges, from));
}

/// <summary>A connection between activities by their indexes.</summary>
internal sealed record FlowEdge(int Index, int Source, string? Port, int Target);
