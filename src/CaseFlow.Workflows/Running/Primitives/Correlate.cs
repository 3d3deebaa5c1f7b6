using CaseFlow.Workflows.Running.Live;

namespace CaseFlow.Workflows.Running.Primitives;

internal sealed class Correlate : ActivityExecutor
{
    public override void Execute(Frame frame)
    {
        frame.Run.CorrelationId = frame.Text("correlationId");
        frame.Complete();
    }
}
