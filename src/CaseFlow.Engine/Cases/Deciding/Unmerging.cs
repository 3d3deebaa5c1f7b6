using static CaseFlow.Engine.Cases.CaseEvent;
using static CaseFlow.Engine.Cases.Deciding.Question;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>
/// A merge undone, within the time that the process leaves for it: the case is what it was, with its activities as they
/// are by now; what came to the survivor since goes along where whoever asks says so.
/// </summary>
internal static class Unmerging
{
    public static Decision Decide(Question asked, CaseCommand.Unmerge unmerge)
    {
        var merged = asked.Case.MergedCases;
        var found =
            unmerge.Case is { } named ? merged.FirstOrDefault(one => one.Id == named)
            : merged.Length == 1 ? merged[0]
            : null;
        if (found is null)
        {
            return Refuse(new Refusal.NotMerged(unmerge.Case, [.. merged.Select(one => one.Id.ToString())]));
        }

        var within = asked.Process.Parts.Policies.UnmergeWithin;
        if (asked.At - found.At > within)
        {
            return Refuse(new Refusal.UnmergeTooLate(found.Ticket, found.At + within));
        }

        if (asked.Related(found.Id) is not { BeforeMerge: { } before } other || other.Case.MergedInto != asked.Case.Id)
        {
            return Refuse(new Refusal.NotMerged(found.Id, []));
        }

        var (moved, foreign) = Chosen(asked, unmerge.Activities, found);
        return foreign is not null
            ? Refuse(new Refusal.FieldsInvalid([foreign]))
            : new Decision.Accepted([
                new Unmerged(found.Id, moved)
                {
                    By = asked.By,
                    At = asked.At,
                    Definition = asked.Definition,
                },
            ])
            {
                Along = [Restored(asked.On(other), found, before, moved, asked.Case), .. ChildrenBack(asked, found)],
            };
    }

    private static AlongEvents Restored(
        Question of,
        MergedCase found,
        Case before,
        ImmutableArray<MovedActivity> moved,
        Case survivor
    )
    {
        // What was open is open still, unless the survivor closed it.
        var open = survivor.OpenActivities.Where(activity => found.Open.Any(one => one.Id == activity.Id));
        var restored = before with
        {
            OpenActivities = [.. open],
            DoneActivities = [.. before.DoneActivities.Union(found.Done)],
            ActivityMinutes = found.Minutes,
            Children = found.Children,
        };
        return new(
            found.Id,
            [
                new Restored(survivor.Id, restored, moved)
                {
                    By = of.By,
                    At = of.At,
                    Definition = of.Definition,
                },
            ]
        );
    }

    private static IEnumerable<AlongEvents> ChildrenBack(Question asked, MergedCase found) =>
        found
            .Children.Where(asked.Case.Children.Contains)
            .Select(id => asked.Related(id))
            .OfType<RelatedCase>()
            .Select(child => Family.Moved(asked, child, found.Id));

    private static (ImmutableArray<MovedActivity> Moved, FieldError? Foreign) Chosen(
        Question asked,
        ImmutableArray<Guid> ids,
        MergedCase found
    )
    {
        var since = asked.Told.Activities.Where(activity => activity.AddedAt >= found.At).ToImmutableArray();
        foreach (var id in ids)
        {
            if (!since.Any(activity => activity.Id == id))
            {
                var detail = $"Activity {id} was not added to this case since {found.Ticket} became part of it.";
                return ([], new FieldError("activities", detail));
            }
        }

        return (
            [
                .. since
                    .Where(activity => ids.Contains(activity.Id))
                    .Select(activity => new MovedActivity(
                        activity.Id,
                        activity.Kind,
                        asked.Case.OpenActivities.FirstOrDefault(open => open.Id == activity.Id),
                        activity.Minutes
                    )),
            ],
            null
        );
    }
}
