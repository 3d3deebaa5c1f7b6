using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running.Scheduling;

internal sealed class TimerActivity : TriggerExecutor
{
    // A timer that starts instances all the time would leave room for nothing else.
    private static readonly TimeSpan shortest = TimeSpan.FromSeconds(1);

    public override Stimulus Wanted(Frame frame)
    {
        var interval = frame.Input("interval") is TimeSpan given && given > shortest ? given : shortest;
        return new Stimulus(BookmarkKind.Timer, Name: null)
        {
            DueAt = Times.After(frame.Run.Now, interval),
            Interval = interval,
        };
    }
}
