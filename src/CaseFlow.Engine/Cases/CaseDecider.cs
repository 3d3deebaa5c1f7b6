using System.Diagnostics;
using CaseFlow.Engine.Cases.Deciding;
using CaseFlow.Engine.Entitlements;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Sla;
using static CaseFlow.Engine.Cases.CaseCommand;

namespace CaseFlow.Engine.Cases;

/// <summary>
/// The heart: given the process, the case and a command, what happens? Read this file first.
/// Every door asks here, so what is refused for a person is refused for a program.
/// </summary>
public static class CaseDecider
{
    /// <summary>
    /// The answer, after what was due before the command, and with what the command means for the clocks and for the rules
    /// of the process.
    /// </summary>
    /// <param name="current">Null where no case exists yet.</param>
    /// <param name="told">The facts that the process's conditions and the command need; see <see cref="CaseFacts"/>.</param>
    public static Decision Decide(CaseProcess process, Case? current, CaseCommand command, CaseFacts told)
    {
        if (command.By.WhyNot(Rights.To(CommandNames.Of(command))) is { } refused)
        {
            return Refuse(refused);
        }

        var due = Ringing.Settle(new Unfolded(process, current, told), command.At);
        return DecideAlone(process, due.Case, command, due.Told) switch
        {
            Decision.Accepted accepted => Accept(
                Signed(Ringing.Follow(due, command, accepted), due.Events.Length, command),
                command,
                told
            ),
            var refusal => refusal,
        };
    }

    /// <summary>The answer to the command by itself, its clocks aside, with what it means for the entitlement.</summary>
    internal static Decision DecideAlone(CaseProcess process, Case? current, CaseCommand command, CaseFacts told) =>
        (Answer(process, current, command, told), current) switch
        {
            (Decision.Accepted accepted, { } existing) => EntitlementPass.Over(
                new(process, existing, command, told),
                accepted
            ),
            (var answer, _) => answer,
        };

    /// <summary>The answer to the command by itself, with nothing of what it means for clocks and entitlements.</summary>
    internal static Decision Answer(CaseProcess process, Case? current, CaseCommand command, CaseFacts told) =>
        command.By.WhyNot(Rights.To(CommandNames.Of(command))) is { } refused
            ? new Decision.Refused(refused)
            : (command, current) switch
            {
                (Create create, null) => Opening.Decide(process, create, told),
                (Create, { } existing) => Refuse(new Refusal.AlreadyOpen(existing.Id)),
                (_, null) => Refuse(new Refusal.NoSuchCase()),
                (Edit edit, { } existing) => Editing.Decide(new(process, existing, edit, told), edit),
                (MoveStatus move, { } existing) => StatusMoves.Decide(new(process, existing, move, told), move),
                (MoveStage move, { } existing) => StageMoves.Decide(new(process, existing, move, told), move),
                (Route route, { } existing) => Queueing.DecideRoute(new(process, existing, route, told)),
                (AddToQueue add, { } existing) => Queueing.DecideAdd(new(process, existing, add, told), add),
                (Pick pick, { } existing) => Queueing.DecidePick(new(process, existing, pick, told)),
                (Release release, { } existing) => Queueing.DecideRelease(new(process, existing, release, told)),
                (Offer offer, { } existing) => Queueing.DecideOffer(new(process, existing, offer, told)),
                (RemoveFromQueue remove, { } existing) => Queueing.DecideRemove(new(process, existing, remove, told)),
                (Assign assign, { } existing) => Assigning.Decide(new(process, existing, assign, told), assign),
                (Resolve resolve, { } existing) => Closing.DecideResolve(
                    new(process, existing, resolve, told),
                    resolve
                ),
                (Cancel cancel, { } existing) => Closing.DecideCancel(new(process, existing, cancel, told), cancel),
                (Reactivate again, { } existing) => Closing.DecideReactivate(
                    new(process, existing, again, told),
                    again
                ),
                (AddActivity add, { } existing) => ActivityRules.DecideAdd(new(process, existing, add, told), add),
                (CompleteActivity complete, { } existing) => ActivityRules.DecideComplete(
                    new(process, existing, complete, told),
                    complete
                ),
                (CancelActivity cancel, { } existing) => ActivityRules.DecideCancel(
                    new(process, existing, cancel, told),
                    cancel
                ),
                (DoNotDecrement asks, { } existing) => Decrementing.Decide(new(process, existing, asks, told), asks),
                (Merge merge, { } existing) => Merging.Decide(new(process, existing, merge, told), merge),
                (Unmerge unmerge, { } existing) => Unmerging.Decide(new(process, existing, unmerge, told), unmerge),
                (Undo undo, { } existing) => Undoing.Decide(new(process, existing, undo, told), undo),
                (AddChildren add, { } existing) => Family.DecideAdd(new(process, existing, add, told), add),
                (RemoveChild remove, { } existing) => Family.DecideRemove(new(process, existing, remove, told), remove),
                (Ring, { }) => Decision.Nothing,
                (FindCase find, { } existing) => Finding.Decide(new(process, existing, find, told), find),
                (LinkSimilar link, { } existing) => SimilarLinks.Decide(new(process, existing, link, told), link),
                (Migrate migrate, { } existing) => Migrating.Decide(new(process, existing, migrate, told)),
                _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
            };

    // What was due before a command is nobody's answer to it.
    private static Unfolded Signed(Unfolded all, int due, CaseCommand command)
    {
        ImmutableArray<CaseId>? others = all.Along.IsEmpty ? null : [.. all.Along.Select(other => other.Case)];
        var events = all.Events;
        if (due > 0)
        {
            events = Signed(events, 0, CommandNames.OfRing, others);
        }

        if (events.Length > due)
        {
            events = Signed(events, due, CommandNames.Of(command), others);
        }

        return all with
        {
            Events = events,
            Along =
            [
                .. all.Along.Select(other =>
                    other with
                    {
                        Events = Signed(other.Events, 0, CommandNames.Of(command), [all.Case!.Id]),
                    }
                ),
            ],
        };
    }

    private static ImmutableArray<CaseEvent> Signed(
        ImmutableArray<CaseEvent> events,
        int first,
        string command,
        ImmutableArray<CaseId>? others
    ) => events.SetItem(first, events[first] with { Command = command, Others = others });

    private static Decision.Accepted Accept(Unfolded all, CaseCommand command, CaseFacts told) =>
        new(all.Events) { Along = all.Along.IsEmpty ? [] : FollowAll(all.Along, command, told) };

    private static ImmutableArray<AlongEvents> FollowAll(
        ImmutableArray<AlongEvents> along,
        CaseCommand command,
        CaseFacts told
    ) => [.. along.Select(other => Follow(other, command, told))];

    // The clocks and the rules of the other cases hear of what happened to them.
    private static AlongEvents Follow(AlongEvents other, CaseCommand command, CaseFacts told) =>
        told.Related.FirstOrDefault(related => related.Case.Id == other.Case) is { } known
            ? other with
            {
                Events = Ringing
                    .Follow(
                        new Unfolded(known.Process, known.Case, known.Told),
                        command,
                        new Decision.Accepted(other.Events)
                    )
                    .Events,
            }
            : other;

    private static Decision.Refused Refuse(Refusal refusal) => new(refusal);
}
