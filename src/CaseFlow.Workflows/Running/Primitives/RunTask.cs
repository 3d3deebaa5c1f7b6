using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running.Primitives;

internal sealed class RunTask : ActivityExecutor
{
    public override void Execute(Frame frame)
    {
        var id = frame.Run.NextId();
        var name = frame.Text("taskName") ?? "";
        frame.Run.Effects.Add(new WorkflowEffect.RunTask(id, frame.Activity.Id, name, frame.Input("payload")));
        frame.SetOutput("taskId", id);
        frame.Run.Wait(frame, BookmarkKind.Task, id, name);
    }

    public override void Resume(Frame frame, Answer answer)
    {
        frame.SetOutput("result", answer.Value);
        frame.Complete();
    }
}
