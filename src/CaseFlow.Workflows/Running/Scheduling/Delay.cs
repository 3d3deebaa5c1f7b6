using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running.Scheduling;

internal sealed class Delay : ActivityExecutor
{
    public override void Execute(Frame frame) =>
        frame.Run.Wait(frame, BookmarkKind.Timer, dueAt: Times.After(frame.Run.Now, frame.Input("timeSpan")));
}
