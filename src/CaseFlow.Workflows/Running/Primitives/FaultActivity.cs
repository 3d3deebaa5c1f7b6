using CaseFlow.Workflows.Running.Live;

namespace CaseFlow.Workflows.Running.Primitives;

internal sealed class FaultActivity : ActivityExecutor
{
    public override void Execute(Frame frame) =>
        throw new ActivityFailed(frame.Text("message") ?? "")
        {
            Code = frame.Text("code"),
            Category = frame.Text("category"),
            FaultType = frame.Text("faultType"),
        };
}
