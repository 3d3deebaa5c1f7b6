using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running.Loops;

/// <summary>Looks at its items anew before each round, so that a round may add some.</summary>
internal sealed class ForEach : ActivityExecutor
{
    public override bool IsLoop => true;

    public override void Execute(Frame frame)
    {
        frame.State = new ActivityState.Position();
        Round(frame);
    }

    public override void ChildEnded(Frame frame, Frame child, Outcomes outcomes) => Round(frame);

    private static void Round(Frame frame)
    {
        var position = (ActivityState.Position)frame.State!;
        if (frame.Evaluate("items") is not IList<object?> items || position.Value >= items.Count)
        {
            frame.Complete();
        }
        else if (frame.Activity.Port("body") is { } body)
        {
            var index = position.Value++;
            frame.SetOutput("currentValue", items[index]);
            frame.Schedule(body, item: new LoopItem(items[index], index));
        }
    }
}
