using CaseFlow.Workflows.Running.Live;

namespace CaseFlow.Workflows.Running.Flow;

/// <summary>The start and the end of a flowchart.</summary>
internal sealed class Milestone : ActivityExecutor
{
    public override void Execute(Frame frame) => frame.Complete();
}
