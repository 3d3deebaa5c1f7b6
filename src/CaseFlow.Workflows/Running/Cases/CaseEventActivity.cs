using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running.Cases;

/// <summary>Waits for what happens to a case, or to any case of a process. The answer has <c>event</c> and <c>case</c>.</summary>
internal sealed class CaseEventActivity : TriggerExecutor
{
    public override Stimulus Wanted(Frame frame) =>
        new(BookmarkKind.CaseEvent, frame.Text("event"))
        {
            Details = new ValueMap { ["process"] = frame.Text("process"), ["caseId"] = frame.Text("caseId") },
        };

    protected override void Happened(Frame frame, object? answer)
    {
        var members = answer as IDictionary<string, object?>;
        frame.SetOutput(
            "result",
            members is not null && members.TryGetValue("event", out var happened) ? happened : answer
        );
        frame.SetOutput("case", members is not null && members.TryGetValue("case", out var current) ? current : null);
        frame.Complete();
    }
}
