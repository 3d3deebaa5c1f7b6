using CaseFlow.Engine.Automation;

namespace CaseFlow.Engine.Processes.Differences;

/// <summary>What differs between what the cases of two versions do by themselves.</summary>
internal static class AutomationDifferences
{
    public static void Find(DifferenceList list)
    {
        var names = Renaming.Of(
            list.Old.Automation.Select(rule => (rule.Name, Saying(rule))),
            list.New.Automation.Select(rule => (rule.Name, Saying(rule))),
            ImmutableSortedDictionary<string, string>.Empty
        );
        ImmutableArray<string> before = [.. list.Old.Automation.Select(rule => names[rule.Name] ?? "")];
        ImmutableArray<string> after = [.. list.New.Automation.Select(rule => rule.Name)];
        for (var index = 0; index < after.Length; index++)
        {
            var (rule, now) = (list.New.Automation[index], list.NewPlaces.Item("automation", index));
            if (before.IndexOf(rule.Name) is var was and >= 0)
            {
                Compare(list, list.Old.Automation[was], rule, list.OldPlaces.Item("automation", was), now);
            }
            else
            {
                list.Add("reaction-added", null, now, rule.Name, EventsOf(rule), ActionsOf(rule));
            }
        }

        for (var index = 0; index < before.Length; index++)
        {
            if (before[index].Length == 0)
            {
                var gone = list.Old.Automation[index];
                var place = list.OldPlaces.Item("automation", index);
                list.Add("reaction-removed", place, null, gone.Name, EventsOf(gone), ActionsOf(gone));
            }
        }

        list.Moves(
            "reaction-moved",
            before,
            after,
            from => list.OldPlaces.Item("automation", from),
            to => list.NewPlaces.Item("automation", to),
            to => [after[to]]
        );
    }

    private static void Compare(DifferenceList list, AutomationRule before, AutomationRule after, Said old, Said now)
    {
        if (before.Name != after.Name)
        {
            list.Add("reaction-renamed", old, now, before.Name, after.Name);
        }

        if (EventsOf(before) != EventsOf(after))
        {
            list.Add("reaction-on", old.Part("on"), now.Part("on"), after.Name, EventsOf(before), EventsOf(after));
        }

        list.Conditions("reaction", before.When, after.When, old.Part("when"), now.Part("when"), after.Name);
        if (ActionsOf(before) != ActionsOf(after))
        {
            list.Add("reaction-does", old.Part("do"), now.Part("do"), after.Name, ActionsOf(before), ActionsOf(after));
        }
    }

    private static string EventsOf(AutomationRule rule) => string.Join(", ", rule.On);

    private static string ActionsOf(AutomationRule rule) => string.Join(", ", rule.Do);

    private static string Saying(AutomationRule rule) =>
        $"{EventsOf(rule)}: {string.Join(" && ", rule.When)}: {ActionsOf(rule)}";
}
