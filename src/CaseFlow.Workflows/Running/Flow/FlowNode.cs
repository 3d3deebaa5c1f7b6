using CaseFlow.Workflows.Running.Live;

namespace CaseFlow.Workflows.Running.Flow;

internal sealed class FlowNode : ActivityExecutor
{
    public override void Execute(Frame frame)
    {
        if (frame.Activity.Port("body") is { } body)
        {
            frame.Schedule(body);
        }
        else
        {
            frame.Complete();
        }
    }
}
