using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running.Primitives;

internal sealed class EventActivity : TriggerExecutor
{
    public override Stimulus Wanted(Frame frame) => new(BookmarkKind.Event, frame.Text("eventName"));

    protected override void Happened(Frame frame, object? answer)
    {
        frame.SetOutput("result", answer);
        frame.Complete();
    }
}
