using CaseFlow.Workflows.Running.Live;

namespace CaseFlow.Workflows.Running.Flow;

internal sealed class FlowJoin : ActivityExecutor
{
    public override void Execute(Frame frame)
    {
        if (frame.Holder is { Activity.Executor: Flowchart } flowchart)
        {
            Flowchart.CancelAncestors(flowchart, frame.Activity.Index);
        }

        frame.Complete();
    }
}
