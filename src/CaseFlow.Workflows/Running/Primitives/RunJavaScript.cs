using CaseFlow.Workflows.Running.Live;

namespace CaseFlow.Workflows.Running.Primitives;

internal sealed class RunJavaScript : ActivityExecutor
{
    public override void Execute(Frame frame)
    {
        if (frame.Text("script") is not { } script || string.IsNullOrWhiteSpace(script))
        {
            frame.Complete();
            return;
        }

        var run = frame.Run.RunScript(frame, script);
        frame.SetOutput("result", run.Result);
        if (run.Outcomes is { } outcomes)
        {
            frame.Complete(outcomes);
        }
        else
        {
            frame.Complete();
        }
    }
}
