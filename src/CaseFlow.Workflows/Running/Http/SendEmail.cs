using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running.Http;

/// <summary>Hands an e-mail over; where it was refused (<c>problem</c>), runs the activity for that.</summary>
internal sealed class SendEmail : ActivityExecutor
{
    public override void Execute(Frame frame)
    {
        var to = frame.Texts("to");
        if (to is [])
        {
            throw new ActivityFailed("An e-mail needs somebody whom it goes to.");
        }

        var id = frame.Run.NextId();
        frame.Run.Effects.Add(
            new WorkflowEffect.SendEmail(
                id,
                frame.Activity.Id,
                frame.Text("from"),
                to,
                frame.Texts("cc"),
                frame.Texts("bcc"),
                frame.Text("subject"),
                frame.Text("body"),
                frame.Input("attachments")
            )
        );
        frame.Run.Wait(frame, BookmarkKind.Answer, id);
    }

    public override void Resume(Frame frame, Answer answer)
    {
        if (answer["problem"] is not { } problem)
        {
            frame.Complete();
        }
        else if (frame.Activity.Port("error") is { } error)
        {
            frame.Schedule(error);
        }
        else
        {
            throw new ActivityFailed($"The e-mail could not be sent: {problem}");
        }
    }
}
