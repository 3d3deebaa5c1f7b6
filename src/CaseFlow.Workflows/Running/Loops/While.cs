using CaseFlow.Workflows.Running.Live;

namespace CaseFlow.Workflows.Running.Loops;

internal sealed class While : ActivityExecutor
{
    public override bool IsLoop => true;

    public override void Execute(Frame frame)
    {
        if (frame.Evaluate("condition") is not true)
        {
            frame.Complete();
        }
        else if (frame.Activity.Port("body") is { } body)
        {
            frame.Schedule(body);
        }
    }

    public override void ChildEnded(Frame frame, Frame child, Outcomes outcomes) => Execute(frame);
}
