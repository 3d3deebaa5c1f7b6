using static CaseFlow.Engine.Cases.CaseEvent;
using static CaseFlow.Engine.Cases.Deciding.Question;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>Whether somebody looked for an open case of the customer before going on with this one.</summary>
internal static class Finding
{
    public static Decision Decide(Question asked, CaseCommand.FindCase find) =>
        asked.Case.State != CaseState.Active
            ? Refuse(new Refusal.WrongState("find-case", asked.Case.State, ["reactivate"]))
            : Accept(
                new OpenCasesSeen(asked.Case.Customer, find.Seen)
                {
                    By = asked.By,
                    At = asked.At,
                    Definition = asked.Definition,
                }
            );
}
