using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Processes.Differences;

/// <summary>What differs between the statuses of two versions.</summary>
internal static class StatusDifferences
{
    public static void Find(DifferenceList list)
    {
        foreach (var status in list.New.Statuses)
        {
            var now = list.NewPlaces.Status(status.Key);
            if (list.Statuses.Before(list.Old.Statuses, status.Key, one => one.Key) is { } before)
            {
                Compare(list, before, status, list.OldPlaces.Status(before.Key), now);
            }
            else
            {
                list.Add("status-added", null, now, list.Shown(status.Title), StateNames.Of(status.State));
            }
        }

        foreach (var gone in list.Old.Statuses.Where(one => list.Statuses[one.Key] is null))
        {
            list.Add("status-removed", list.OldPlaces.Status(gone.Key), null, list.Shown(gone.Title));
        }

        var (first, start) = (StartOf(list.Old), StartOf(list.New));
        if (list.Statuses[first.Key] is { } same && same != start.Key)
        {
            list.Add(
                "status-first",
                list.OldPlaces.Status(first.Key),
                list.NewPlaces.Status(start.Key),
                list.Shown(first.Title),
                list.Shown(start.Title)
            );
        }
    }

    private static void Compare(
        DifferenceList list,
        StatusDefinition before,
        StatusDefinition after,
        Said old,
        Said now
    )
    {
        var title = list.Shown(after.Title);
        if (before.Key != after.Key)
        {
            list.Add("status-rekeyed", old, now, title, before.Key, after.Key);
        }

        list.Title("status", before.Title, after.Title, old, now);
        if (before.State != after.State)
        {
            list.Add("status-state", old, now, title, StateNames.Of(before.State), StateNames.Of(after.State));
        }

        if (before.Initial != after.Initial)
        {
            list.Add(after.Initial ? "status-initial" : "status-not-initial", old, now.Part("initial"), title);
        }

        if (before.PausesSla != after.PausesSla)
        {
            list.Add(after.PausesSla ? "status-pauses" : "status-counts", old, now.Part("pauses-sla"), title);
        }
    }

    private static StatusDefinition StartOf(ProcessParts parts) => parts.Statuses.First(status => status.Initial);
}
