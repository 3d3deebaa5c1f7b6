using CaseFlow.Workflows.Running.Live;

namespace CaseFlow.Workflows.Running.Composition;

/// <summary>The workflow itself: it runs its root, and ends with it.</summary>
internal sealed class WorkflowShell : ActivityExecutor
{
    public override bool IsWorkflow => true;

    public override void Execute(Frame frame) => frame.Schedule(frame.Activity.Activities[0]);
}
