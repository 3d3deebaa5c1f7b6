using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running.Composition;

/// <summary>
/// Runs another workflow before it goes on. The answer has <c>workflowInstanceId</c>, <c>status</c>, <c>subStatus</c> and
/// <c>output</c>, when the other has ended where that is awaited, else when it has ended or waits.
/// </summary>
internal sealed class ExecuteWorkflow : ActivityExecutor
{
    public override void Execute(Frame frame)
    {
        var isAwaited = frame.Flag("waitForCompletion");
        var id = ChildWorkflow.Start(frame, frame.Map("input"), frame.Text("correlationId"), isInline: true, isAwaited);
        frame.Run.Wait(frame, BookmarkKind.Answer, id);
    }

    public override void Resume(Frame frame, Answer answer)
    {
        frame.SetOutput("result", answer.Value);
        frame.Complete();
    }
}
