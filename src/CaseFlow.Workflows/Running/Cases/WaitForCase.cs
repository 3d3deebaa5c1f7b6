using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running.Cases;

/// <summary>Waits until a condition holds for a case; where it holds already, the host goes on at once.</summary>
internal sealed class WaitForCase : ActivityExecutor
{
    public override void Execute(Frame frame)
    {
        if (
            frame.Text("caseId") is not { Length: > 0 } caseId
            || frame.Text("condition") is not { Length: > 0 } condition
        )
        {
            throw new ActivityFailed("Waiting for a case needs a 'caseId' and a 'condition'.");
        }

        var details = new ValueMap { ["caseId"] = caseId, ["condition"] = condition };
        frame.Run.Wait(frame, BookmarkKind.Case, name: caseId, details: details);
    }

    public override void Resume(Frame frame, Answer answer)
    {
        frame.SetOutput("result", answer.Value);
        frame.Complete();
    }
}
