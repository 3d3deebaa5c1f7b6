using CaseFlow.Workflows.Running.Live;

namespace CaseFlow.Workflows.Running.Flow;

internal sealed class FlowFork : ActivityExecutor
{
    public override void Execute(Frame frame)
    {
        var branches = frame.Texts("branches");
        if (branches is [])
        {
            frame.Complete();
        }
        else
        {
            frame.Complete(branches);
        }
    }
}
