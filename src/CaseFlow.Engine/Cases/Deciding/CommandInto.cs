namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>The command that leads to a status: a move within the state, or the one that changes the state.</summary>
internal static class CommandInto
{
    /// <param name="because">How it was resolved, or why it was reactivated.</param>
    public static CaseCommand Status(Question asked, string status, Actor by, string because) =>
        (asked.Case.State, asked.Process.FindStatus(status)?.State) switch
        {
            (not CaseState.Resolved, CaseState.Resolved) => new CaseCommand.Resolve(
                status,
                because,
                null,
                FieldValues.Empty
            )
            {
                By = by,
                At = asked.At,
            },
            (not CaseState.Cancelled, CaseState.Cancelled) => new CaseCommand.Cancel(status, null)
            {
                By = by,
                At = asked.At,
            },
            (not CaseState.Active, CaseState.Active) => new CaseCommand.Reactivate(status, because)
            {
                By = by,
                At = asked.At,
            },
            _ => new CaseCommand.MoveStatus(status, FieldValues.Empty) { By = by, At = asked.At },
        };
}
