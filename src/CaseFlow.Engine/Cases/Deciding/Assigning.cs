using static CaseFlow.Engine.Cases.CaseEvent;
using static CaseFlow.Engine.Cases.Deciding.Question;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>Who owns a case. Assigning never routes: the case stays in its queue.</summary>
internal static class Assigning
{
    private const int MostNote = 2_000;

    public static Decision Decide(Question asked, CaseCommand.Assign assign)
    {
        var current = asked.Case;
        var (user, team) = (Named(assign.User), Named(assign.Team));
        if (user is null == team is null)
        {
            return Refuse(
                new Refusal.FieldsInvalid([new FieldError("user", "Name a user or a team, one of the two.")])
            );
        }

        if (current.State != CaseState.Active)
        {
            return Refuse(new Refusal.WrongState("assign", current.State, ["reactivate"]));
        }

        if (current.Owner == user && current.Team == team)
        {
            return Decision.Nothing;
        }

        if (user is not null && asked.Told.AssigneeIsInactive is true)
        {
            return Refuse(new Refusal.UserInactive(user));
        }

        var note = Named(assign.Note);
        if (note is null && asked.Process.Parts.Policies.AssigningNeedsNote)
        {
            return Refuse(new Refusal.NoteRequired());
        }

        if (note?.Length > MostNote)
        {
            return Refuse(
                new Refusal.FieldsInvalid([new FieldError("note", $"'note' has more than {MostNote} characters.")])
            );
        }

        return Accept(
            new Assigned(user, team, KeepsWorker: current.Worker is not null && current.Worker == user, note)
            {
                By = asked.By,
                At = asked.At,
                Definition = asked.Definition,
            }
        );
    }

    private static string? Named(string? given) => string.IsNullOrWhiteSpace(given) ? null : given.Trim();
}
