using CaseFlow.Workflows.Running.Live;

namespace CaseFlow.Workflows.Running.Primitives;

internal sealed class SetName : ActivityExecutor
{
    public override void Execute(Frame frame)
    {
        frame.Run.Name = frame.Text("value");
        frame.Complete();
    }
}
