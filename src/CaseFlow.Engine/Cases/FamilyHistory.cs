using static CaseFlow.Engine.Cases.CaseEvent;

namespace CaseFlow.Engine.Cases;

/// <summary>What merges, and what undoes them, make of a case.</summary>
internal static class FamilyHistory
{
    public static Case Absorb(Case survivor, Merged merged) =>
        survivor with
        {
            MergedCases = survivor.MergedCases.AddRange(merged.Cases),
            OpenActivities = [.. survivor.OpenActivities, .. merged.Cases.SelectMany(one => one.Open)],
            ActivityMinutes = survivor.ActivityMinutes + merged.Cases.Sum(one => one.Minutes),
            Children = [.. survivor.Children.Union(merged.Cases.SelectMany(one => one.Children))],
        };

    public static Case LetGo(Case survivor, Unmerged unmerged)
    {
        var gone = survivor.MergedCases.First(one => one.Id == unmerged.Case);
        var leaving = gone
            .Open.Select(open => open.Id)
            .Concat(unmerged.Activities.Select(moved => moved.Id))
            .ToHashSet();
        return survivor with
        {
            MergedCases = survivor.MergedCases.RemoveAll(one => one.Id == gone.Id),
            OpenActivities = survivor.OpenActivities.RemoveAll(open => leaving.Contains(open.Id)),
            ActivityMinutes = survivor.ActivityMinutes - gone.Minutes - unmerged.Activities.Sum(moved => moved.Minutes),
            Children = survivor.Children.RemoveRange(gone.Children),
        };
    }

    public static Case Restore(Case merged, Restored restored)
    {
        var moved = restored.Activities;
        return restored.As with
        {
            Version = merged.Version,
            Taken = merged.Taken, // given back at the merge; whether it takes again is an event of its own
            OpenActivities =
            [
                .. restored.As.OpenActivities,
                .. moved.Select(activity => activity.Open).OfType<OpenActivity>(),
            ],
            DoneActivities =
            [
                .. restored.As.DoneActivities.Union(
                    moved.Where(activity => activity.Open is null).Select(activity => activity.Kind)
                ),
            ],
            ActivityMinutes = restored.As.ActivityMinutes + moved.Sum(activity => activity.Minutes),
        };
    }

    /// <summary>What is completed here and came from another case counts for that one, should it be let go.</summary>
    public static ImmutableArray<MergedCase> Worked(ImmutableArray<MergedCase> merged, ActivityCompleted completed)
    {
        for (var index = 0; index < merged.Length; index++)
        {
            var one = merged[index];
            if (one.Open.Any(open => open.Id == completed.Activity))
            {
                return merged.SetItem(
                    index,
                    one with
                    {
                        Minutes = one.Minutes + completed.Minutes,
                        Done = [.. one.Done.Union([completed.Kind])],
                    }
                );
            }
        }

        return merged;
    }
}
