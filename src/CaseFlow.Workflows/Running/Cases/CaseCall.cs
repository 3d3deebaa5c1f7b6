using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running.Cases;

/// <summary>Asks something of a case. The answer is the case; a refusal is an outcome of its own.</summary>
internal sealed class CaseCall(CaseVerb verb) : ActivityExecutor
{
    public override void Execute(Frame frame)
    {
        var isAboutOne = frame.Activity.InputIndex("caseId") >= 0;
        var caseId = isAboutOne ? frame.Text("caseId") : null;
        if (isAboutOne && string.IsNullOrWhiteSpace(caseId))
        {
            throw new ActivityFailed("'caseId' names no case.");
        }

        var body = Body(frame);
        var id = frame.Run.NextId();
        var asked = verb == CaseVerb.Route && body.ContainsKey("queue") ? CaseVerb.Queue : verb;
        frame.Run.Effects.Add(new WorkflowEffect.CaseWork(id, frame.Activity.Id, asked, caseId, body));
        frame.Run.Wait(frame, BookmarkKind.Answer, id);
    }

    public override void Resume(Frame frame, Answer answer)
    {
        if (answer.Refusal is { } refusal)
        {
            frame.SetOutput("refusal", refusal);
            frame.Complete("Refused");
            return;
        }

        frame.SetOutput("result", answer.Value);
        frame.Complete();
    }

    // What is not given is not in it; changes and activities are the body themselves.
    private static ValueMap Body(Frame frame)
    {
        var body = new ValueMap();
        foreach (var input in frame.Activity.Inputs)
        {
            if (input.Name == "caseId" || (input.Expression is null && input.Constant is not string))
            {
                continue;
            }

            var value = frame.Input(input.Name);
            if (input.Name is "changes" or "activity")
            {
                foreach (var (name, change) in frame.Map(input.Name))
                {
                    body[name] = change;
                }
            }
            else if (value is not null)
            {
                body[input.Name] = value;
            }
        }

        return body;
    }
}
