using CaseFlow.Workflows.Running.Live;

namespace CaseFlow.Workflows.Running.Composition;

internal sealed class SetOutput : ActivityExecutor
{
    public override void Execute(Frame frame)
    {
        if (frame.Text("outputName") is not { Length: > 0 } name)
        {
            throw new ActivityFailed("An output needs a name.");
        }

        frame.Run.SetWorkflowOutput(frame, name, frame.Input("outputValue"));
        frame.Complete();
    }
}
