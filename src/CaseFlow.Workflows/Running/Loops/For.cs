using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running.Loops;

internal sealed class For : ActivityExecutor
{
    public override bool IsLoop => true;

    public override void Execute(Frame frame)
    {
        if (frame.Activity.Port("body") is null)
        {
            return;
        }

        if (frame.Whole("step") == 0)
        {
            throw new ActivityFailed("The step of a loop cannot be 0.");
        }

        frame.State = new ActivityState.Position { Value = frame.Whole("start") };
        Round(frame);
    }

    public override void ChildEnded(Frame frame, Frame child, Outcomes outcomes)
    {
        var position = (ActivityState.Position)frame.State!;
        // A loop to the largest number there is ends with it.
        var next = (long)position.Value + frame.Whole("step");
        if (next is < int.MinValue or > int.MaxValue)
        {
            frame.Complete();
            return;
        }

        position.Value = (int)next;
        Round(frame);
    }

    private static void Round(Frame frame)
    {
        var value = ((ActivityState.Position)frame.State!).Value;
        var (end, step) = (frame.Whole("end"), frame.Whole("step"));
        var isWithin = frame.Flag("outerBoundInclusive")
            ? step > 0
                ? value <= end
                : value >= end
            : step > 0
                ? value < end
                : value > end;
        if (!isWithin)
        {
            frame.Complete();
            return;
        }

        frame.SetOutput("currentValue", value);
        frame.Schedule(frame.Activity.Port("body")!, item: new LoopItem(value, Index: null));
    }
}
