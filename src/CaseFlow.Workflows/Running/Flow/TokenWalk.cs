using CaseFlow.Workflows.Running.Compiled;
using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running.Flow;

/// <summary>What is next in a flowchart that lays a token on each connection that is followed.</summary>
internal sealed class TokenWalk(Frame flowchart, ActivityState.TokenFlow flow)
{
    private readonly FlowGraph graph = flowchart.Activity.Graphs!.From(flow.Start);
    private readonly IList<FlowToken> tokens = flow.Tokens;

    public void Ended(Frame child, Outcomes outcomes)
    {
        var activity = child.Activity.Index;
        var followed = graph.Outbound(activity).Where(edge => outcomes.Follow(edge.Port)).ToImmutableArray();
        foreach (var edge in followed)
        {
            tokens.Add(new FlowToken { Connection = edge.Index });
        }

        foreach (var token in tokens)
        {
            token.IsConsumed |= !token.IsBlocked && graph.Edges[token.Connection].Target == activity;
        }

        foreach (var edge in followed)
        {
            Arrive(edge);
        }

        CompleteIfIdle();
        Remove(token => token.IsConsumed && EdgeOf(token).Target == activity);
    }

    public void Cancelled(Frame child)
    {
        var activity = child.Activity.Index;
        Remove(token => EdgeOf(token).Source == activity || EdgeOf(token).Target == activity);
        CompleteIfIdle();
    }

    private void Arrive(FlowEdge edge)
    {
        switch (JoinModes.MergeOf(flowchart, edge.Target))
        {
            case MergeMode.Race:
                // In this order, so that the flowchart does not end in between.
                ArriveFirst(edge);
                Flowchart.CancelAncestors(flowchart, edge.Target);
                break;
            case MergeMode.Cascade:
                ArriveFirst(edge);
                break;
            case MergeMode.Merge:
                ArriveWith(graph.ForwardInbound(edge.Target), edge.Target);
                break;
            case MergeMode.Converge:
                ArriveWith(graph.Inbound(edge.Target), edge.Target);
                break;
            default:
                if (!IsMoreDue(edge.Target))
                {
                    Schedule(edge.Target);
                }

                break;
        }
    }

    // The first one that comes goes on, and closes the other ways once.
    private void ArriveFirst(FlowEdge edge)
    {
        foreach (var token in tokens)
        {
            if (token is { IsBlocked: true, IsConsumed: false } && token.Connection == edge.Index)
            {
                token.IsConsumed = true;
                return;
            }
        }

        Schedule(edge.Target);
        foreach (var other in graph.ForwardInbound(edge.Target))
        {
            if (other.Source != edge.Source)
            {
                tokens.Add(new FlowToken { Connection = other.Index, IsBlocked = true });
            }
        }
    }

    private void ArriveWith(ImmutableArray<FlowEdge> needed, int target)
    {
        foreach (var edge in needed)
        {
            if (needed.Length > 1 && !HasToken(edge))
            {
                return;
            }
        }

        Schedule(target);
    }

    // Whether an activity that leads here is still due itself.
    private bool IsMoreDue(int target)
    {
        foreach (var inbound in graph.ForwardInbound(target))
        {
            foreach (var token in tokens)
            {
                if (IsLive(token) && EdgeOf(token).Target == inbound.Source)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool HasToken(FlowEdge edge)
    {
        foreach (var token in tokens)
        {
            if (IsLive(token) && token.Connection == edge.Index)
            {
                return true;
            }
        }

        return false;
    }

    private void CompleteIfIdle()
    {
        if (Flowchart.HasWork(flowchart))
        {
            return;
        }

        if (tokens.Any(IsLive))
        {
            GoOnWithoutDeadBranches();
        }
        else
        {
            flowchart.Complete();
        }
    }

    // Nothing can come any more, so what a join still waits for is a branch that was not taken.
    private void GoOnWithoutDeadBranches()
    {
        foreach (var target in tokens.Where(IsLive).Select(token => EdgeOf(token).Target))
        {
            if (JoinModes.TakesWhatCame(flowchart, target))
            {
                Schedule(target);
                return;
            }
        }

        Remove(token => IsLive(token) && JoinModes.MergeOf(flowchart, EdgeOf(token).Target) != MergeMode.Stream);
        foreach (var target in tokens.Where(IsLive).Select(token => EdgeOf(token).Target))
        {
            if (!IsMoreDue(target))
            {
                Schedule(target);
                return;
            }
        }

        flowchart.Complete();
    }

    private void Schedule(int target) => flowchart.Schedule(flowchart.Activity.Activities[target]);

    private FlowEdge EdgeOf(FlowToken token) => graph.Edges[token.Connection];

    private void Remove(Func<FlowToken, bool> holds)
    {
        for (var index = tokens.Count - 1; index >= 0; index--)
        {
            if (holds(tokens[index]))
            {
                tokens.RemoveAt(index);
            }
        }
    }

    private static bool IsLive(FlowToken token) => token is { IsConsumed: false, IsBlocked: false };
}
