using CaseFlow.Workflows.Running.Live;

namespace CaseFlow.Workflows.Running.Flow;

internal sealed class If : ActivityExecutor
{
    public override void Execute(Frame frame)
    {
        var holds = frame.Flag("condition");
        frame.SetOutput("result", holds);
        if (frame.Activity.Port(holds ? "then" : "else") is { } next)
        {
            frame.Schedule(next);
        }
        else
        {
            frame.Complete();
        }
    }
}
