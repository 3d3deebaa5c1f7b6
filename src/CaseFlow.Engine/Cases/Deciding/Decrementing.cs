using static CaseFlow.Engine.Cases.CaseEvent;
using static CaseFlow.Engine.Cases.Deciding.Question;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>The switch that keeps a case from taking terms of its entitlement, with the reason that an audit asks for.</summary>
internal static class Decrementing
{
    private const int MostReason = 2_000;

    public static Decision Decide(Question asked, CaseCommand.DoNotDecrement asks)
    {
        if (asked.Case.State != CaseState.Active)
        {
            return Refuse(new Refusal.WrongState("do-not-decrement", asked.Case.State, ["reactivate"]));
        }

        if (asked.Case.DoNotDecrement == asks.On)
        {
            return Decision.Nothing;
        }

        var reason = string.IsNullOrWhiteSpace(asks.Reason) ? null : asks.Reason.Trim();
        return reason is null && asks.On ? Wrong("Say why nothing is taken from the entitlement.")
            : reason?.Length > MostReason ? Wrong($"'reason' has more than {MostReason} characters.")
            : Accept(
                new DecrementSwitched(asks.On, reason)
                {
                    By = asked.By,
                    At = asked.At,
                    Definition = asked.Definition,
                }
            );
    }

    private static Decision Wrong(string detail) =>
        Refuse(new Refusal.FieldsInvalid([new FieldError("reason", detail)]));
}
