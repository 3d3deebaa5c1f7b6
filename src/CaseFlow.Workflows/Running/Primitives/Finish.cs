using CaseFlow.Workflows.Running.Live;

namespace CaseFlow.Workflows.Running.Primitives;

internal sealed class Finish : ActivityExecutor
{
    public override void Execute(Frame frame) => frame.Run.Finish();
}
