using System.Diagnostics;
using CaseFlow.Engine.Sla;
using static CaseFlow.Engine.Cases.CaseEvent;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>
/// What a case does by itself, through the same door as people: each action becomes a command, and its answer the same
/// events. One that is refused stops nothing else.
/// </summary>
internal static class Acting
{
    /// <summary>An event and the actions that follow from it, in order; what is refused is told of in the history.</summary>
    /// <param name="because">What people are told that it is about.</param>
    public static Unfolded After(
        Unfolded so,
        CaseCommand command,
        CaseEvent happened,
        ImmutableArray<CaseAction> actions,
        string because
    )
    {
        so = so.With(happened);
        foreach (var action in actions)
        {
            var asked = so.Ask(command);
            so = Do(asked, action, because) switch
            {
                ActionAnswer.Done(var events, var along) => so.With(events, along),
                ActionAnswer.Refused(var code, var reason) => so.With(Refused(asked, action, because, code, reason)),
                _ => throw new UnreachableException(),
            };
        }

        return so;
    }

    /// <summary>One action, by who asks.</summary>
    /// <param name="because">What people are told that it is about.</param>
    public static ActionAnswer Do(Question asked, CaseAction action, string because) =>
        action switch
        {
            CaseAction.Notify(var whom) => Notify(asked, whom, because),
            CaseAction.Run(var workflow) => new ActionAnswer.Done([
                new WorkflowRequested(workflow, because)
                {
                    By = asked.By,
                    At = asked.At,
                    Definition = asked.Definition,
                },
            ]),
            _ => Ask(asked, ActionCommand.For(asked, action, because)) switch
            {
                Decision.Accepted(var events) accepted => new ActionAnswer.Done(Told(asked, events), accepted.Along),
                Decision.Refused(var refusal) => new ActionAnswer.Refused(refusal.Code, refusal.Explain()),
                _ => throw new UnreachableException(),
            },
        };

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

    private static ActionAnswer Notify(Question asked, string whom, string because)
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
            ? new ActionAnswer.Refused(
                "nobody-to-notify",
                whom == "owner" ? "Nobody owns the case." : "Nobody works on the case."
            )
            : new ActionAnswer.Done([
                new Notified(to, because)
                {
                    By = asked.By,
                    At = asked.At,
                    Definition = asked.Definition,
                },
            ]);
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
