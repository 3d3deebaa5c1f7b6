using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running.Flow;

internal sealed class ParallelActivity : ActivityExecutor
{
    public override void Execute(Frame frame)
    {
        frame.State = new ActivityState.Position { Value = frame.Activity.Activities.Length };
        foreach (var activity in frame.Activity.Activities)
        {
            frame.Schedule(activity);
        }

        if (frame.Activity.Activities is [])
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
