using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running.Flow;

internal sealed class Sequence : ActivityExecutor
{
    public override void Execute(Frame frame)
    {
        frame.State = new ActivityState.Position();
        Next(frame);
    }

    public override void ChildEnded(Frame frame, Frame child, Outcomes outcomes)
    {
        if (child.Activity.IsTerminal)
        {
            frame.Complete();
            return;
        }

        Next(frame);
    }

    private static void Next(Frame frame)
    {
        var position = (ActivityState.Position)frame.State!;
        if (position.Value == frame.Activity.Activities.Length)
        {
            frame.Complete();
            return;
        }

        frame.Schedule(frame.Activity.Activities[position.Value++]);
    }
}
