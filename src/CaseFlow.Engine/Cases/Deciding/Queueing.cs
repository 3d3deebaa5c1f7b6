using CaseFlow.Engine.Routing;
using static CaseFlow.Engine.Cases.CaseEvent;
using static CaseFlow.Engine.Cases.Deciding.Question;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>Queues: a case waits in at most one, and at most one person works on it.</summary>
internal static class Queueing
{
    private const Role MayReleaseOthers = Role.Supervisor | Role.Admin | Role.Automation;

    public static Decision DecideRoute(Question asked)
    {
        if (Closed(asked, "route") is { } refused)
        {
            return refused;
        }

        return Router.Choose(asked) is not { } chosen
                ? Refuse(new Refusal.NoRoute([.. asked.Process.Parts.Queues.Select(queue => queue.Key)]))
            : chosen.Queue == asked.Case.Queue ? Decision.Nothing
            : Accept(Enqueued(asked, chosen.Queue, chosen.Because));
    }

    public static Decision DecideAdd(Question asked, CaseCommand.AddToQueue add) =>
        Closed(asked, "queue") is { } refused ? refused
        : asked.Process.FindQueue(add.Queue) is null
            ? Refuse(new Refusal.UnknownQueue(add.Queue, [.. asked.Process.Parts.Queues.Select(queue => queue.Key)]))
        : asked.Case.Queue == add.Queue ? Decision.Nothing
        : Accept(Enqueued(asked, add.Queue, because: null));

    public static Decision DecidePick(Question asked) =>
        Closed(asked, "pick") is { } refused ? refused
        : asked.Case.Queue is not { } queue ? Refuse(new Refusal.NotInQueue("pick"))
        : asked.Case.Worker == asked.By ? Decision.Nothing
        : asked.Case.Worker is { } worker ? Refuse(new Refusal.AlreadyPicked(worker))
        : Accept(
            new Picked(queue, asked.By)
            {
                By = asked.By,
                At = asked.At,
                Definition = asked.Definition,
            }
        );

    public static Decision DecideRelease(Question asked)
    {
        if (Closed(asked, "release") is { } refused)
        {
            return refused;
        }

        if (asked.Case is not { Queue: { } queue, Worker: { } worker })
        {
            return Refuse(asked.Case.Queue is null ? new Refusal.NotInQueue("release") : new Refusal.NotPicked());
        }

        if (worker != asked.By && (asked.Command.By.Roles & MayReleaseOthers) == Role.None)
        {
            return Refuse(new Refusal.NotTheWorker(worker, RoleNames.Of(MayReleaseOthers)));
        }

        var (owner, team) = Owner.Read(asked.Process.FindQueue(queue)?.Owner);
        return Accept(
            new Released(queue, worker, owner, team)
            {
                By = asked.By,
                At = asked.At,
                Definition = asked.Definition,
            }
        );
    }

    public static Decision DecideRemove(Question asked) =>
        Closed(asked, "unqueue") is { } refused ? refused
        : LeaveQueue(asked) is { } left ? Accept(left)
        : Refuse(new Refusal.NotInQueue("remove"));

    /// <summary>The event that takes the case off its queue; null where it is in none.</summary>
    public static Unqueued? LeaveQueue(Question asked) =>
        asked.Case.Queue is { } queue
            ? new Unqueued(queue)
            {
                By = asked.By,
                At = asked.At,
                Definition = asked.Definition,
            }
            : null;

    private static Decision? Closed(Question asked, string command) =>
        asked.Case.State == CaseState.Active
            ? null
            : Refuse(new Refusal.WrongState(command, asked.Case.State, ["reactivate"]));

    private static Queued Enqueued(Question asked, string queue, RoutingReason? because) =>
        new(queue, asked.Case.Queue, because)
        {
            By = asked.By,
            At = asked.At,
            Definition = asked.Definition,
        };
}
