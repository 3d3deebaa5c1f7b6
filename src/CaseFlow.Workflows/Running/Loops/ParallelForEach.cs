using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running.Loops;

internal sealed class ParallelForEach : ActivityExecutor
{
    public override bool IsLoop => true;

    public override void Execute(Frame frame)
    {
        var items = frame.Input("items") as IList<object?> ?? [];
        if (items is [])
        {
            frame.Complete();
            return;
        }

        if (frame.Activity.Port("body") is not { } body)
        {
            return;
        }

        frame.State = new ActivityState.Position { Value = items.Count };
        for (var index = 0; index < items.Count; index++)
        {
            frame.Schedule(body, index, new LoopItem(items[index], index));
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
