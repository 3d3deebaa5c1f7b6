using CaseFlow.Workflows.Running.Live;

namespace CaseFlow.Workflows.Running.Flow;

internal sealed class FlowSwitch : ActivityExecutor
{
    public override void Execute(Frame frame)
    {
        var labels = MatchingCases.Of(frame).Select(one => one.Label).ToImmutableArray();
        frame.Complete(labels is [] ? ["Default"] : labels);
    }
}
