using CaseFlow.Workflows.Running.Live;

namespace CaseFlow.Workflows.Running.Flow;

internal sealed class FlowDecision : ActivityExecutor
{
    private static readonly ImmutableArray<string> yes = ["True"];
    private static readonly ImmutableArray<string> no = ["False"];

    public override void Execute(Frame frame) => frame.Complete(frame.Flag("condition") ? yes : no);
}
