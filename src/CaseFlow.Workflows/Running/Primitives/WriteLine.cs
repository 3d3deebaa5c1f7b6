using CaseFlow.Workflows.Running.Live;

namespace CaseFlow.Workflows.Running.Primitives;

internal sealed class WriteLine : ActivityExecutor
{
    public override void Execute(Frame frame)
    {
        frame.Run.Lines.Add(frame.Text("text") ?? "");
        frame.Complete();
    }
}
