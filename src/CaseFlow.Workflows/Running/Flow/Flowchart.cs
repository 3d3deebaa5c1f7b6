using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Running.Compiled;
using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running.Flow;

/// <summary>Runs activities along connections; how it finds what is next depends on its mode.</summary>
internal sealed class Flowchart : ActivityExecutor
{
    public override void Execute(Frame frame)
    {
        var graphs = frame.Activity.Graphs!;
        var start = StartOf(frame, graphs);
        if (start < 0)
        {
            frame.Complete();
            return;
        }

        var graph = graphs.From(start);
        frame.State =
            frame.Run.FlowchartMode == FlowchartMode.Token
                ? new ActivityState.TokenFlow { Start = start, Tokens = [] }
                : new ActivityState.CounterFlow
                {
                    Start = start,
                    Activities = new int[graph.Activities],
                    Connections = new int[graph.Edges.Length],
                    Followed = new bool[graph.Edges.Length],
                };
        frame.Schedule(frame.Activity.Activities[start]);
    }

    public override void ChildEnded(Frame frame, Frame child, Outcomes outcomes)
    {
        if (child.Activity.IsTerminal)
        {
            frame.Complete();
        }
        else if (frame.State is ActivityState.TokenFlow tokens)
        {
            new TokenWalk(frame, tokens).Ended(child, outcomes);
        }
        else
        {
            new CounterWalk(frame, (ActivityState.CounterFlow)frame.State!).Ended(child, outcomes);
        }
    }

    public override void ChildCancelled(Frame frame, Frame child)
    {
        if (frame.State is ActivityState.TokenFlow tokens)
        {
            new TokenWalk(frame, tokens).Cancelled(child);
        }
        else if (frame.State is ActivityState.CounterFlow counters)
        {
            new CounterWalk(frame, counters).Cancelled(child);
        }
    }

    /// <summary>Cancels what runs and leads to an activity.</summary>
    public static void CancelAncestors(Frame flowchart, int activity)
    {
        var graph = GraphOf(flowchart);
        foreach (var child in flowchart.Children?.ToArray() ?? [])
        {
            if (child.Activity.Index != activity && graph.Ancestors(activity).Contains(child.Activity.Index))
            {
                flowchart.Run.Cancel(child);
            }
        }
    }

    public static FlowGraph GraphOf(Frame flowchart) =>
        flowchart.Activity.Graphs!.From(
            flowchart.State switch
            {
                ActivityState.TokenFlow tokens => tokens.Start,
                ActivityState.CounterFlow counters => counters.Start,
                _ => flowchart.Activity.Graphs.Start,
            }
        );

    public static bool HasWork(Frame flowchart) =>
        flowchart.Children is [_, ..] || flowchart.Run.HasQueuedBelow(flowchart);

    private static int StartOf(Frame frame, FlowGraphs graphs)
    {
        if (frame.Run.TriggerActivityId is { } trigger && ReferenceEquals(frame.Activity.Workflow, frame.Run.Workflow))
        {
            foreach (var activity in frame.Activity.Activities)
            {
                if (activity.Id == trigger)
                {
                    return activity.Index;
                }
            }
        }

        return graphs.Start;
    }
}
