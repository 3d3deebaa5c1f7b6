using static CaseFlow.Engine.Cases.CaseEvent;
using static CaseFlow.Engine.Cases.Deciding.Question;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>Moves from a status to another within one state.</summary>
internal static class StatusMoves
{
    public static Decision Decide(Question asked, CaseCommand.MoveStatus move)
    {
        var (process, current) = (asked.Process, asked.Case);
        if (process.FindStatus(move.To) is not { } target)
        {
            return Refuse(new Refusal.UnknownStatus(move.To, [.. process.Parts.Statuses.Select(status => status.Key)]));
        }

        if (!Moves.Listed(process, current.Status, move.To))
        {
            return Refuse(NotListed(asked, move.To));
        }

        if (target.State != current.State)
        {
            return Refuse(new Refusal.NeedsCommand(move.To, target.State, CommandInto(target.State)));
        }

        var (fields, errors) = FieldRules.Check(process, move.Fields);
        if (!errors.IsEmpty)
        {
            return Refuse(new Refusal.FieldsInvalid(errors));
        }

        var edited = Editing.FieldsThatCameAlong(asked, fields);
        if (edited is not null && current.State != CaseState.Active)
        {
            return Refuse(new Refusal.WrongState("edit", current.State, ["reactivate"]));
        }

        var wouldBe = edited is null ? current : CaseHistory.Evolve(current, edited);
        if (Moves.Lacks(asked, wouldBe, move.To) is [_, ..] lacks)
        {
            return Refuse(new Refusal.TransitionBlocked(current.Status, move.To, lacks, Others(asked, move.To)));
        }

        var moved = new StatusMoved(current.Status, move.To)
        {
            By = asked.By,
            At = asked.At,
            Definition = asked.Definition,
        };
        return edited is null ? Accept(moved) : Accept(edited, moved);
    }

    public static Refusal NotListed(Question asked, string to) =>
        new Refusal.TransitionNotAllowed(asked.Case.Status, to, Moves.From(asked.Process, asked.Case.Status));

    public static ImmutableArray<string> Others(Question asked, string to) =>
        Moves.From(asked.Process, asked.Case.Status).Remove(to, StringComparer.Ordinal);

    private static string CommandInto(CaseState state) =>
        state switch
        {
            CaseState.Active => "reactivate",
            CaseState.Resolved => "resolve",
            _ => "cancel",
        };
}
