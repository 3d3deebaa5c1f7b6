using static CaseFlow.Engine.Cases.CaseEvent;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>A case that is made of an activity of another one: the activity goes along, and both say so.</summary>
internal static class Converting
{
    /// <summary>Why the activity cannot go along; null where it can, or where none is named.</summary>
    public static Refusal? Check(CaseCommand.Create create, CaseFacts told) =>
        create.From is not { } from ? null
        : Source(create, told) is null || Find(from, told) is not { } activity
            ? new Refusal.NoSuchActivity(from.Activity)
        : activity.IsCancelled ? new Refusal.CannotConvert("The activity was cancelled; add one that is to be done.")
        : activity.IsFromMerge
            ? new Refusal.CannotConvert(
                "The activity came along with a case that became part of this one; let that case go by 'unmerge' first."
            )
        : null;

    /// <summary>The event of the new case; none where it is made of no activity.</summary>
    public static ImmutableArray<CaseEvent> Taken(Question fresh, CaseCommand.Create create) =>
        Source(create, fresh.Told) is { } source
            ?
            [
                new ActivityTaken(Moved(create, source, fresh.Told), source.Case.Id, source.Case.Ticket)
                {
                    By = fresh.By,
                    At = fresh.At,
                    Definition = fresh.Definition,
                },
            ]
            : [];

    /// <summary>What the other case hears of it.</summary>
    public static ImmutableArray<AlongEvents> Along(CaseCommand.Create create, CaseFacts told) =>
        Source(create, told) is { } source
            ?
            [
                new(
                    source.Case.Id,
                    [
                        new ActivityConverted(Moved(create, source, told), create.Id, create.Ticket)
                        {
                            By = create.By.User,
                            At = create.At,
                            Definition = source.Process.Hash,
                        },
                    ]
                ),
            ]
            : [];

    private static RelatedCase? Source(CaseCommand.Create create, CaseFacts told) =>
        create.From is { Case: var id } ? told.Related.FirstOrDefault(one => one.Case.Id == id) : null;

    private static ActivityFacts? Find(ActivityOfCase from, CaseFacts told) =>
        told.Activities.FirstOrDefault(one => one.Id == from.Activity);

    private static MovedActivity Moved(CaseCommand.Create create, RelatedCase source, CaseFacts told)
    {
        var activity = Find(create.From!, told)!;
        return new(
            activity.Id,
            activity.Kind,
            source.Case.OpenActivities.FirstOrDefault(open => open.Id == activity.Id),
            activity.Minutes
        );
    }
}
