using CaseFlow.Engine.Entitlements;
using static CaseFlow.Engine.Cases.CaseEvent;
using static CaseFlow.Engine.Cases.Deciding.Question;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>
/// One's own last change taken back: the case is what it was, with its clocks as if nothing had been. What the change took from an
/// entitlement goes back, and the other way round, in <see cref="EntitlementPass"/>.
/// </summary>
internal static class Undoing
{
    public static Decision Decide(Question asked, CaseCommand.Undo undo)
    {
        if (asked.Case.LastChange is not { } last)
        {
            return Refuse(new Refusal.NothingToUndo());
        }

        if (undo.Token != last.Token)
        {
            return Refuse(new Refusal.ChangedSince(last.Command, last.By));
        }

        if (last.By != asked.By && !undo.OfJob)
        {
            return Refuse(new Refusal.NotYourChange(last.Command, last.By));
        }

        if (UndoOffer.Obstacle(last) is { } obstacle)
        {
            return Refuse(obstacle);
        }

        var until = UndoOffer.EndOf(last, asked.Process);
        if (asked.At > until && !undo.OfJob)
        {
            return Refuse(new Refusal.UndoTooLate(last.Command, until));
        }

        // What has become due by now stands behind the change, though it is written only with the next one.
        if (asked.Told.Undo is not { } told || told.Version != asked.Case.Version)
        {
            return Refuse(new Refusal.ChangedSince(CommandNames.OfRing, "the time"));
        }

        return WhyNot(asked, told.Before) is { } why
            ? Refuse(new Refusal.CannotUndo(last.Command, why, []))
            : Accept(
                new Undone(last.Command, last.Position, told.Before, Added(told.Events), Closed(told.Events))
                {
                    By = asked.By,
                    At = asked.At,
                    Definition = asked.Definition,
                }
            );
    }

    private static string? WhyNot(Question asked, Case before) =>
        asked.Process.FindStatus(before.Status)?.State != before.State
            ? $"The process does not have the status '{before.Status}' any more."
        : before.Stage is { } stage && asked.Process.FindStage(stage) is null
            ? $"The process does not have the stage '{stage}' any more."
        : before.Queue is { } queue && asked.Process.FindQueue(queue) is null
            ? $"The process does not have the queue '{queue}' any more."
        : EntitlementPass.EndedBetween(asked, before) is { } ended
            ? $"What it took from '{ended}' or gave back is settled: the entitlement has ended."
        : null;

    private static ImmutableArray<Guid> Added(ImmutableArray<CaseEvent> events) =>
        [.. events.OfType<ActivityAdded>().Select(added => added.Activity)];

    private static ImmutableArray<Guid> Closed(ImmutableArray<CaseEvent> events)
    {
        var added = Added(events);
        return
        [
            .. events
                .Select(happened =>
                    happened switch
                    {
                        ActivityCompleted completed => completed.Activity,
                        ActivityCancelled cancelled => cancelled.Activity,
                        _ => (Guid?)null,
                    }
                )
                .OfType<Guid>()
                .Distinct()
                .Where(id => !added.Contains(id)),
        ];
    }
}
