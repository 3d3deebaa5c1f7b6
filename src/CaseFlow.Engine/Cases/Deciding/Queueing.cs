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
            : Accept(Entering.Decide(asked, chosen.Queue, chosen.Because));
    }

    public static Decision DecideAdd(Question asked, CaseCommand.AddToQueue add) =>
        Closed(asked, "queue") is { } refused ? refused
        : asked.Process.FindQueue(add.Queue) is null
            ? Refuse(new Refusal.UnknownQueue(add.Queue, [.. asked.Process.Parts.Queues.Select(queue => queue.Key)]))
        : !string.IsNullOrWhiteSpace(add.Worker) ? GiveTo(asked, add.Queue, add.Worker.Trim())
        : asked.Case.Queue == add.Queue ? Decision.Nothing
        : Accept(Entering.Decide(asked, add.Queue, because: null));

    // Whoever hands a case to somebody decides for both: no capacity, presence or skill stands in the way.
    private static Decision GiveTo(Question asked, string queue, string worker)
    {
        if (asked.Told.AssigneeIsInactive is true)
        {
            return Refuse(new Refusal.UserInactive(worker));
        }

        var picked = new Picked(queue, worker, asked.Case.Owner, asked.Case.Team)
        {
            By = asked.By,
            At = asked.At,
            Definition = asked.Definition,
        };
        return asked.Case.Queue != queue ? Accept([.. Entering.Move(asked, queue), picked])
            : asked.Case.Worker == worker ? Decision.Nothing
            : asked.Case.Worker is { } other ? Refuse(new Refusal.AlreadyPicked(other))
            : Accept(picked);
    }

    // Whoever picks decides for himself: no capacity, presence or skill stands in his way.
    public static Decision DecidePick(Question asked) =>
        Closed(asked, "pick") is { } refused ? refused
        : asked.Case.Queue is not { } queue ? Refuse(new Refusal.NotInQueue("pick"))
        : asked.Case.Worker == asked.By ? Decision.Nothing
        : IsHidden(asked, queue) ? Refuse(new Refusal.NotAMember(queue))
        : asked.Case.Worker is { } worker ? Refuse(new Refusal.AlreadyPicked(worker))
        : Accept(
            new Picked(queue, asked.By, asked.Case.Owner, asked.Case.Team)
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

        var (owner, team) = asked.Process.Parts.Policies.ReleaseToPreviousOwner
            ? (asked.Case.OwnerBefore, asked.Case.TeamBefore)
            : Owner.Read(asked.Process.FindQueue(queue)?.Owner);
        return Accept(
            new Released(queue, worker, owner, team)
            {
                By = asked.By,
                At = asked.At,
                Definition = asked.Definition,
            }
        );
    }

    /// <summary>Late is harmless: what was picked, moved or closed meanwhile is not offered any more.</summary>
    public static Decision DecideOffer(Question asked)
    {
        if (asked.Case is not { State: CaseState.Active, Queue: { } key, QueuedSince: { } since, Worker: null })
        {
            return Decision.Nothing;
        }

        var overflow = asked.Process.FindQueue(key)?.Overflow;
        return Entering.Give(asked, key, isNew: false) is { } picked ? Accept(picked)
            : overflow?.LongerThan <= asked.At - since
                ? Accept(Entering.Decide(asked, overflow.To, RoutingReason.WaitedTooLong))
            : Decision.Nothing;
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

    private static bool IsHidden(Question asked, string queue) =>
        asked.Process.FindQueue(queue) is { } definition
        && !QueueRights.MaySee(definition, asked.Command.By, asked.Told.Teams ?? []);
}
