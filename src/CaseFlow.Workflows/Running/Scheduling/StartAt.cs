using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running.Scheduling;

internal sealed class StartAt : TriggerExecutor
{
    public override Stimulus Wanted(Frame frame) =>
        new(BookmarkKind.Timer, Name: null) { DueAt = frame.Input("dateTime") as DateTimeOffset? ?? frame.Run.Now };
}
