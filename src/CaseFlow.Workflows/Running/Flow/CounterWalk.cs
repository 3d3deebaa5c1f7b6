using System.Runtime.InteropServices;
using CaseFlow.Workflows.Running.Compiled;
using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running.Flow;

/// <summary>
/// What is next in a flowchart that counts: each way out of an activity is visited, followed or not, and what nothing
/// followed leads to is skipped, which visits its ways out in turn. So no join waits for a path that was not taken.
/// </summary>
internal sealed class CounterWalk(Frame flowchart, ActivityState.CounterFlow counters)
{
    private readonly FlowGraph graph = flowchart.Activity.Graphs!.From(counters.Start);

    public void Ended(Frame child, Outcomes outcomes)
    {
        if (!Leave(child.Activity.Index, outcomes, child.CameBack))
        {
            CompleteIfIdle();
        }
    }

    /// <summary>An activity that was cancelled followed nothing; those behind it must not wait for it.</summary>
    public void Cancelled(Frame child)
    {
        if (!Leave(child.Activity.Index, Outcomes.None, child.CameBack))
        {
            CompleteIfIdle();
        }
    }

    private void CompleteIfIdle()
    {
        if (!Flowchart.HasWork(flowchart))
        {
            flowchart.Complete();
        }
    }

    // Depth first, as skipping goes on at once; a list in place of calls, for charts of any length.
    private bool Leave(int activity, Outcomes outcomes, bool cameBack)
    {
        var isScheduled = false;
        var steps = new Stack<Step>();
        steps.Push(Visit(activity, outcomes, cameBack));
        while (steps.TryPop(out var step))
        {
            var outbound = graph.Outbound(step.Activity);
            if (step.Next == outbound.Length)
            {
                continue;
            }

            steps.Push(step with { Next = step.Next + 1 });
            var edge = outbound[step.Next];
            switch (Follow(edge, step.Outcomes.Follow(edge.Port)))
            {
                case Arrival.Scheduled:
                    isScheduled = true;
                    break;
                case Arrival.Skipped:
                    steps.Push(Visit(edge.Target, Outcomes.None, cameBack: false));
                    break;
            }
        }

        return isScheduled;
    }

    private Step Visit(int activity, Outcomes outcomes, bool cameBack)
    {
        if (graph.IsDangling(activity))
        {
            throw new ActivityFailed(
                $"'{flowchart.Activity.Activities[activity].Id}' ran, and nothing leads to it from where the flowchart starts."
            );
        }

        counters.Activities[activity] += cameBack ? 0 : 1;
        return new Step(activity, outcomes, Next: 0);
    }

    private Arrival Follow(FlowEdge edge, bool isFollowed)
    {
        counters.Connections[edge.Index]++;
        counters.Followed[edge.Index] = isFollowed;
        if (!graph.IsForward(edge))
        {
            return isFollowed ? GoBack(edge) : Arrival.Waiting;
        }

        return JoinModes.Of(flowchart, edge.Target) switch
        {
            JoinMode.WaitAny => ArriveAtAny(edge),
            JoinMode.WaitAll => ArriveAtAll(edge.Target, graph.ForwardInbound(edge.Target).All(IsFollowed)),
            _ => ArriveAtAll(edge.Target, graph.ForwardInbound(edge.Target).Any(IsFollowed)),
        };
    }

    private Arrival GoBack(FlowEdge edge)
    {
        var activities = flowchart.Activity.Activities;
        if (!graph.MayGoBack(edge))
        {
            throw new ActivityFailed(
                $"The connection from '{activities[edge.Source].Id}' back to '{activities[edge.Target].Id}' leads into the middle of a loop: there is a way to '{activities[edge.Source].Id}' that does not go through '{activities[edge.Target].Id}'."
            );
        }

        flowchart.Run.Schedule(new WorkItem(activities[edge.Target], flowchart, Tag: 0, CameBack: true, Item: null));
        return Arrival.Scheduled;
    }

    private Arrival ArriveAtAll(int target, bool holds)
    {
        if (!AllVisited(target))
        {
            return Arrival.Waiting;
        }

        return holds ? Schedule(target) : Arrival.Skipped;
    }

    private Arrival ArriveAtAny(FlowEdge edge)
    {
        var target = flowchart.Activity.Activities[edge.Target];
        if (
            counters.Connections[edge.Index] <= counters.Activities[edge.Target]
            || flowchart.Run.IsQueued(flowchart, target)
        )
        {
            return Arrival.Waiting;
        }

        if (graph.ForwardInbound(edge.Target).Any(IsFollowed))
        {
            Schedule(edge.Target);
            Flowchart.CancelAncestors(flowchart, edge.Target);
            return Arrival.Scheduled;
        }

        return AllVisited(edge.Target) ? Arrival.Skipped : Arrival.Waiting;
    }

    private Arrival Schedule(int target)
    {
        flowchart.Schedule(flowchart.Activity.Activities[target]);
        return Arrival.Scheduled;
    }

    private bool AllVisited(int target)
    {
        foreach (var edge in graph.ForwardInbound(target))
        {
            if (counters.Connections[edge.Index] <= counters.Activities[target])
            {
                return false;
            }
        }

        return true;
    }

    private bool IsFollowed(FlowEdge edge) => counters.Followed[edge.Index];

    private enum Arrival
    {
        Waiting,
        Scheduled,
        Skipped,
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Step(int Activity, Outcomes Outcomes, int Next);
}
