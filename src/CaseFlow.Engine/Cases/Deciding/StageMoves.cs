using CaseFlow.Engine.Processes;
using static CaseFlow.Engine.Cases.CaseEvent;
using static CaseFlow.Engine.Cases.Deciding.Question;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>Moves along the guided path. The same gate stands on every way forward, whoever comes.</summary>
internal static class StageMoves
{
    public static Decision Decide(Question asked, CaseCommand.MoveStage move)
    {
        var (process, current) = (asked.Process, asked.Case);
        if (current.State != CaseState.Active)
        {
            return Refuse(new Refusal.WrongState("stage", current.State, ["reactivate"]));
        }

        var here = process.IndexOfStage(current.Stage);
        if (here < 0)
        {
            return Refuse(new Refusal.StageNotAllowed(move.To, "This process has no stages.", []));
        }

        var there = move.To switch
        {
            "next" => here + 1,
            "back" => process.IndexOfStage(current.Path is [.., var before, _] ? before : null),
            var name => process.IndexOfStage(name),
        };
        return (move.To, there) switch
        {
            ("next", _) when there == process.Stages.Length => No(
                asked,
                move,
                $"'{current.Stage}' is the last stage; resolve the case."
            ),
            ("back", < 0) => No(asked, move, $"'{current.Stage}' is where the path of this case began."),
            (_, < 0) => No(asked, move, UnknownStage(process, move.To)),
            _ when there == here => No(asked, move, $"The case is at stage '{current.Stage}' already."),
            _ when there < here => Back(asked, move, process.Stages[there]),
            _ => Forward(asked, move, process.Stages[here], process.Stages[there], isJump: there > here + 1),
        };
    }

    private static Decision Forward(
        Question asked,
        CaseCommand.MoveStage move,
        StageDefinition from,
        StageDefinition to,
        bool isJump
    )
    {
        if (isJump && string.IsNullOrWhiteSpace(move.Reason))
        {
            return Refuse(new Refusal.ReasonRequired(to.Key));
        }

        var facts = asked.FactsOver(asked.Case);
        var lacks = Gates.Lacks(to.Enter, facts, Gates.OpenSteps(from, asked.Case, facts));
        return lacks is [_, ..]
            ? Refuse(new Refusal.StageGate(from.Key, to.Key, lacks))
            : Moved(asked, move, to, isJump ? StageMove.Jump : StageMove.Next);
    }

    private static Decision Back(Question asked, CaseCommand.MoveStage move, StageDefinition to)
    {
        var path = asked.Case.Path;
        if (!path.Contains(to.Key, StringComparer.Ordinal))
        {
            return No(asked, move, $"The case has not been at '{to.Key}', so it cannot go back to it.");
        }

        // One step back undoes a click; further back is a deviation that somebody will ask about.
        var isOneStep = path is [.., var before, _] && before == to.Key;
        return !isOneStep && string.IsNullOrWhiteSpace(move.Reason)
            ? Refuse(new Refusal.ReasonRequired(to.Key))
            : Moved(asked, move, to, StageMove.Back);
    }

    private static Decision Moved(Question asked, CaseCommand.MoveStage move, StageDefinition to, StageMove kind) =>
        Accept(
            new StageMoved(asked.Case.Stage!, to.Key, kind, move.Reason)
            {
                By = asked.By,
                At = asked.At,
                Definition = asked.Definition,
            }
        );

    private static Decision No(Question asked, CaseCommand.MoveStage move, string why)
    {
        var others = asked.Process.Stages.Select(stage => stage.Key).Where(key => key != asked.Case.Stage);
        return Refuse(new Refusal.StageNotAllowed(move.To, why, [.. others]));
    }

    private static string UnknownStage(CaseProcess process, string name) =>
        $"There is no stage '{name}' here{Nearest.Suggest(name, process.Stages.Select(stage => stage.Key))}.";
}
