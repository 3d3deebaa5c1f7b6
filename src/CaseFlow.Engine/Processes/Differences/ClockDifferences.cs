using CaseFlow.Engine.Sla;

namespace CaseFlow.Engine.Processes.Differences;

/// <summary>What differs between the calendars and the promises of two versions.</summary>
internal static class ClockDifferences
{
    public static void Find(DifferenceList list)
    {
        FindCalendars(list);
        for (var index = 0; index < list.New.Sla.Length; index++)
        {
            var (rule, now) = (list.New.Sla[index], list.NewPlaces.Item("sla", index));
            if (IndexOf(list.Old.Sla, rule) is var was and >= 0)
            {
                Compare(list, list.Old.Sla[was], rule, list.OldPlaces.Item("sla", was), now);
            }
            else
            {
                list.Add("promise-added", null, now, rule.Kpi, rule.Name, now.Part("fail-after").Text);
            }
        }

        for (var index = 0; index < list.Old.Sla.Length; index++)
        {
            if (list.Old.Sla[index] is var gone && IndexOf(list.New.Sla, gone) < 0)
            {
                var place = list.OldPlaces.Item("sla", index);
                list.Add("promise-removed", place, null, gone.Kpi, gone.Name, place.Part("fail-after").Text);
            }
        }

        FindMoved(list);
        FindTitles(list);
    }

    private static void FindTitles(DifferenceList list)
    {
        foreach (var before in Kpi.Of(list.Old.Sla))
        {
            if (Kpi.Of(list.New.Sla).FirstOrDefault(one => one.Name == before.Name) is { } after)
            {
                var (old, now) = (Titled(list.OldPlaces, list.Old, before), Titled(list.NewPlaces, list.New, after));
                list.Title("kpi", before.Title, after.Title, old, now);
            }
        }
    }

    // The rule that says what people call it, or the first one.
    private static Said Titled(DefinitionPlaces places, ProcessParts parts, Kpi kpi) =>
        places
            .Item("sla", IndexOf(parts.Sla, kpi.Rules.FirstOrDefault(rule => rule.Title is not null) ?? kpi.Rules[0]))
            .Part("title");

    // The order counts among the rules of one KPI only.
    private static void FindMoved(DifferenceList list)
    {
        foreach (var kpi in list.New.Sla.Select(rule => rule.Kpi).Distinct(StringComparer.Ordinal))
        {
            var (before, after) = (NamesOf(list.Old.Sla, kpi), NamesOf(list.New.Sla, kpi));
            list.Moves(
                "promise-moved",
                before,
                after,
                from => list.OldPlaces.Item("sla", IndexOf(list.Old.Sla, kpi, before[from])),
                to => list.NewPlaces.Item("sla", IndexOf(list.New.Sla, kpi, after[to])),
                to => [kpi, after[to]]
            );
        }
    }

    private static void FindCalendars(DifferenceList list)
    {
        foreach (var calendar in list.New.Calendars)
        {
            var (key, now) = (calendar.Key, list.NewPlaces.Named("calendars", calendar.Key));
            if (list.Old.Calendars.FirstOrDefault(one => one.Key == key) is not { } before)
            {
                list.Add("calendar-added", null, now, key);
            }
            else if (before.Fingerprint != calendar.Fingerprint)
            {
                CompareCalendar(list, key, list.OldPlaces.Named("calendars", key), now);
            }
        }

        foreach (var gone in list.Old.Calendars.Where(old => !list.New.Calendars.Any(one => one.Key == old.Key)))
        {
            list.Add("calendar-removed", list.OldPlaces.Named("calendars", gone.Key), null, gone.Key);
        }
    }

    private static void CompareCalendar(DifferenceList list, string key, Said old, Said now)
    {
        var isTold = false;
        foreach (var part in (string[])["time-zone", "hours", "holidays", "holiday-files"])
        {
            var (was, isNow) = (old.Part(part), now.Part(part));
            var (before, after) = (Written(was), Written(isNow));
            list.Value("calendar", before, after, was, isNow, key, part);
            isTold |= before != after;
        }

        if (!isTold)
        {
            list.Add("calendar-files", old, now, key);
        }
    }

    private static void Compare(DifferenceList list, SlaRule before, SlaRule after, Said old, Said now)
    {
        list.Conditions("promise", before.When, after.When, old.Part("when"), now.Part("when"), after.Kpi, after.Name);
        Value("calendar", before.Calendar != after.Calendar);
        Value("starts", !Same(before.Starts, after.Starts));
        Value("met-by", !Same(before.MetBy, after.MetBy));
        Value("pauses", PausesOf(before) != PausesOf(after));
        Value("warn-after", !before.WarnAfter.SequenceEqual(after.WarnAfter));
        Value("fail-after", before.FailAfter != after.FailAfter);
        Value("on-warn", !Same(before.OnWarn, after.OnWarn));
        Value("on-fail", !Same(before.OnFail, after.OnFail));

        void Value(string key, bool differs)
        {
            if (differs)
            {
                var (was, isNow) = (old.Part(key), now.Part(key));
                list.Value("promise", Written(was), Written(isNow), was, isNow, after.Kpi, after.Name, key);
            }
        }
    }

    private static string? Written(Said said) => said.Value is null ? null : said.Text;

    private static string PausesOf(SlaRule rule) =>
        rule.Pauses is { } pauses ? string.Join(" && ", pauses) : "in statuses that pause";

    private static bool Same<T>(ImmutableArray<T> before, ImmutableArray<T> after) =>
        string.Join('\n', before) == string.Join('\n', after);

    private static ImmutableArray<string> NamesOf(ImmutableArray<SlaRule> rules, string kpi) =>
        [.. rules.Where(rule => rule.Kpi == kpi).Select(rule => rule.Name)];

    private static int IndexOf(ImmutableArray<SlaRule> rules, SlaRule like) => IndexOf(rules, like.Kpi, like.Name);

    private static int IndexOf(ImmutableArray<SlaRule> rules, string kpi, string name)
    {
        for (var index = 0; index < rules.Length; index++)
        {
            if (rules[index].Kpi == kpi && rules[index].Name == name)
            {
                return index;
            }
        }

        return -1;
    }
}
