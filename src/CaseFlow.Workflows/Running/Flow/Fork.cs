using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running.Flow;

internal sealed class Fork : ActivityExecutor
{
    public override void Execute(Frame frame)
    {
        frame.State = new ActivityState.Position { Value = frame.Activity.Activities.Length };
        foreach (var branch in frame.Activity.Activities)
        {
            frame.Schedule(branch);
        }

        if (frame.Activity.Activities is [])
        {
            frame.Complete();
        }
    }

    public override void ChildEnded(Frame frame, Frame child, Outcomes outcomes)
    {
        var isFirstEnough = "WaitAny".Equals(
            frame.Activity.Node.Setting("joinMode"),
            StringComparison.OrdinalIgnoreCase
        );
        if (--((ActivityState.Position)frame.State!).Value == 0 || isFirstEnough)
        {
            frame.Complete();
        }
    }
}
