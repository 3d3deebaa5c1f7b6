namespace CaseFlow.Engine.Processes.Differences;

/// <summary>Tells what one version of a process says otherwise than another, in words and by its places in both texts.</summary>
public static class ProcessDifferences
{
    /// <param name="language">Of the titles that the differences name.</param>
    public static ImmutableArray<Difference> Between(CaseProcess before, CaseProcess after, string language = "en")
    {
        var list = new DifferenceList(before, after, language);
        OfProcess(list);
        StatusDifferences.Find(list);
        MoveDifferences.Find(list);
        StageDifferences.Find(list);
        FieldDifferences.Find(list);
        RoutingDifferences.Find(list);
        QueueDifferences.Find(list);
        ClockDifferences.Find(list);
        AutomationDifferences.Find(list);
        PolicyDifferences.Find(list);
        return list.InOrder();
    }

    private static void OfProcess(DifferenceList list)
    {
        var (old, now) = (list.OldPlaces, list.NewPlaces);
        list.Title("process", list.Old.Title, list.New.Title, old.Top("title"), now.Top("title"), isNamed: false);
        if (list.Old.Ticket.Pattern != list.New.Ticket.Pattern)
        {
            list.Add(
                "ticket-changed",
                old.Top("ticket"),
                now.Top("ticket"),
                list.Old.Ticket.Pattern,
                list.New.Ticket.Pattern
            );
        }

        var (was, map) = (list.Old.Migrate, list.New.Migrate);
        Mapped(list, "status", was.Statuses, map.Statuses);
        Mapped(list, "stage", was.Stages, map.Stages);
        Mapped(list, "queue", was.Queues, map.Queues);
    }

    private static void Mapped(
        DifferenceList list,
        string noun,
        ImmutableSortedDictionary<string, string> before,
        ImmutableSortedDictionary<string, string> after
    )
    {
        foreach (var (from, to) in after.Where(one => before.GetValueOrDefault(one.Key) != one.Value))
        {
            list.Add($"{noun}-mapped", null, list.NewPlaces.Top("migrate"), from, to);
        }
    }
}
