using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running.Composition;

/// <summary>Has another workflow run on its own; its result is what that one gave as output.</summary>
internal sealed class DispatchWorkflow : ActivityExecutor
{
    public override void Execute(Frame frame)
    {
        var isAwaited = frame.Flag("waitForCompletion");
        var id = ChildWorkflow.Start(
            frame,
            frame.Map("input"),
            frame.Text("correlationId"),
            isInline: false,
            isAwaited
        );
        if (isAwaited)
        {
            frame.Run.Wait(frame, BookmarkKind.Workflow, id);
        }
        else
        {
            frame.Complete();
        }
    }

    public override void Resume(Frame frame, Answer answer)
    {
        frame.SetOutput("result", answer["output"]);
        frame.Complete();
    }
}
