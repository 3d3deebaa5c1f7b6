using static CaseFlow.Engine.Cases.CaseEvent;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>What it means for a resolved case that something comes in, where its process says that this means something.</summary>
internal static class Replies
{
    private const string Reason = "Something came in for it.";

    /// <summary>What happens before the activity is written down: the case is taken up again, or a new one is suggested; or nothing.</summary>
    public static CaseEvent? To(Question asked, CaseCommand.AddActivity add)
    {
        if (
            add.Content.Direction != Direction.Incoming
            || asked.Case is not { State: CaseState.Resolved, Resolution: { } resolution }
            || asked.Process.Parts.Policies.ReopenOnReply is not { } policy
        )
        {
            return null;
        }

        if (asked.At - resolution.At > policy.Within)
        {
            return Suggested(asked, add, "resolved-too-long-ago", $"It was resolved at {resolution.At:O}.");
        }

        var again = new CaseCommand.Reactivate(policy.Status, Reason) { By = asked.Command.By, At = asked.At };
        return Acting.Ask(asked, again) switch
        {
            Decision.Refused(var refusal) => Suggested(asked, add, refusal.Code, refusal.Explain()),
            Decision.Accepted(var events) => events.OfType<Reactivated>().Single(),
            _ => null,
        };
    }

    private static FollowUpSuggested Suggested(
        Question asked,
        CaseCommand.AddActivity add,
        string code,
        string reason
    ) =>
        new(add.Id, code, reason)
        {
            By = asked.By,
            At = asked.At,
            Definition = asked.Definition,
        };
}
