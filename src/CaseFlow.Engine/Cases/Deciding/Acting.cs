using System.Diagnostics;
using CaseFlow.Engine.Sla;
using static CaseFlow.Engine.Cases.CaseEvent;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>
/// What a case does by itself, through the same door as people: each action becomes a command, and its answer the same
/// events. One that is refused is told of in the history and stops nothing else.
/// </summary>
internal static class Acting
{
    /// <summary>An event and the actions that follow from it, in order.</summary>
    /// <param name="because">What people are told that it is about.</param>
    public static ImmutableArray<CaseEvent> After(
        Question asked,
        CaseEvent happened,
        ImmutableArray<CaseAction> actions,
        string because
    )
    {
        ImmutableArray<CaseEvent> all = [happened];
        var current = CaseHistory.Evolve(asked.Case, happened);
        foreach (var action in actions)
        {
            var events = Do(asked with { Case = current }, action, because);
            current = events.Aggregate(current, CaseHistory.Evolve);
            all = all.AddRange(events);
        }

        return all;
    }

    /// <summary>The answer to a command in the middle of another one.</summary>
    public static Decision Ask(Question asked, CaseCommand command) =>
        CaseDecider.DecideAlone(asked.Process, asked.Case, command, asked.Told);

    /// <summary>Events, and what they mean for the clocks.</summary>
    public static ImmutableArray<CaseEvent> Told(Question asked, ImmutableArray<CaseEvent> events) =>
        events.IsEmpty
            ? events
            : events.AddRange(
                ClockPass.Over(asked with { Case = events.Aggregate(asked.Case, CaseHistory.Evolve) }, events)
            );

    private static ImmutableArray<CaseEvent> Do(Question asked, CaseAction action, string because)
    {
        if (action is CaseAction.Notify(var whom))
        {
            return Notify(asked, action, whom, because);
        }

        return Ask(asked, CommandFor(asked, action, because)) switch
        {
            Decision.Accepted(var events) => Told(asked, events),
            Decision.Refused(var refusal) => [Refused(asked, action, because, refusal.Code, refusal.Explain())],
            _ => throw new UnreachableException(),
        };
    }

    private static ImmutableArray<CaseEvent> Notify(Question asked, CaseAction action, string whom, string because)
    {
        var current = asked.Case;
        var to = whom switch
        {
            "owner" => current.Owner is { } owner ? $"user:{owner}"
            : current.Team is { } team ? $"team:{team}"
            : null,
            "worker" => current.Worker is { } worker ? $"user:{worker}" : null,
            _ => whom,
        };
        return to is null
            ?
            [
                Refused(
                    asked,
                    action,
                    because,
                    "nobody-to-notify",
                    whom == "owner" ? "Nobody owns the case." : "Nobody works on the case."
                ),
            ]
            :
            [
                new Notified(to, because)
                {
                    By = asked.By,
                    At = asked.At,
                    Definition = asked.Definition,
                },
            ];
    }

    private static CaseCommand CommandFor(Question asked, CaseAction action, string because)
    {
        var by = asked.Command.By;
        switch (action)
        {
            case CaseAction.ToQueue(var queue):
                return new CaseCommand.AddToQueue(queue) { By = by, At = asked.At };
            case CaseAction.ToStatus(var status):
                return CommandInto.Status(asked, status, by, because);
            case CaseAction.Set(var fields):
                return new CaseCommand.Edit(fields) { By = by, At = asked.At };
            case CaseAction.AssignTo(var whom):
                var (user, team) = Owner.Read(whom);
                return new CaseCommand.Assign(user, team) { By = by, At = asked.At };
            default:
                throw new UnreachableException($"No command for {action}.");
        }
    }

    private static ActionRefused Refused(
        Question asked,
        CaseAction action,
        string because,
        string code,
        string reason
    ) =>
        new(action.ToString(), because, code, reason)
        {
            By = asked.By,
            At = asked.At,
            Definition = asked.Definition,
        };
}
