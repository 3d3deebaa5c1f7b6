using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running.Flow;

internal sealed class Switch : ActivityExecutor
{
    public override void Execute(Frame frame)
    {
        var cases = MatchingCases.Of(frame);
        var next = cases is []
            ? [frame.Activity.Port("default")]
            : cases.Select(one => one.Activity).ToImmutableArray();
        var activities = next.OfType<Compiled.CompiledActivity>().ToImmutableArray();
        frame.State = new ActivityState.Position { Value = activities.Length };
        foreach (var activity in activities)
        {
            frame.Schedule(activity);
        }

        if (activities is [])
        {
            frame.Complete();
        }
    }

    public override void ChildEnded(Frame frame, Frame child, Outcomes outcomes)
    {
        if (--((ActivityState.Position)frame.State!).Value == 0)
        {
            frame.Complete();
        }
    }
}
