using System.Diagnostics;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>The command that a person would give for something that a case does by itself.</summary>
internal static class ActionCommand
{
    public static CaseCommand For(Question asked, CaseAction action, string because)
    {
        var (by, at) = (asked.Command.By, asked.At);
        switch (action)
        {
            case CaseAction.ToQueue(var queue):
                return new CaseCommand.AddToQueue(queue) { By = by, At = at };
            case CaseAction.Route:
                return new CaseCommand.Route { By = by, At = at };
            case CaseAction.ToStatus(var status):
                return CommandInto.Status(asked, status, by, because);
            case CaseAction.ToStage(var stage):
                return new CaseCommand.MoveStage(stage, because) { By = by, At = at };
            case CaseAction.Set(var fields):
                return new CaseCommand.Edit(fields) { By = by, At = at };
            case CaseAction.AssignTo(var whom):
                var (user, team) = Owner.Read(whom);
                return new CaseCommand.Assign(user, team, because) { By = by, At = at };
            case CaseAction.AddNote(var subject):
                return Add(asked, ActivityKind.Note, subject);
            case CaseAction.AddTask(var subject):
                return Add(asked, ActivityKind.Task, subject);
            default:
                throw new UnreachableException($"No command for {action}.");
        }
    }

    private static CaseCommand.AddActivity Add(Question asked, ActivityKind kind, string subject) =>
        new(
            DerivedId.Of(asked.Case, asked.At),
            new ActivityContent(kind, subject, Text: null, Direction: null, IsPublic: false, Due: null),
            IsDone: kind == ActivityKind.Note,
            Minutes: null
        )
        {
            By = asked.Command.By,
            At = asked.At,
        };
}
