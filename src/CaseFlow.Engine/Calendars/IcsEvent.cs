using System.Globalization;

namespace CaseFlow.Engine.Calendars;

/// <summary>One event of an iCalendar file: the days that it takes, those of the years to come included.</summary>
internal static class IcsEvent
{
    /// <summary>Days that come back each year are followed so far.</summary>
    public const int LastYear = 2100;

    private static readonly ImmutableArray<string> Weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    public static (IEnumerable<(DateOnly First, DateOnly Last)> Days, string? Problem) DaysOf(
        IReadOnlyDictionary<string, string> properties
    )
    {
        if (properties.GetValueOrDefault("STATUS")?.ToUpperInvariant() == "CANCELLED")
        {
            return ([], null);
        }

        if (IcsReader.Day(properties.GetValueOrDefault("DTSTART", "")) is not { } start)
        {
            return ([], "it needs a DTSTART that is a whole day, such as 20261225");
        }

        if (properties.Keys.FirstOrDefault(key => key is "RDATE" or "EXDATE" or "EXRULE") is { } odd)
        {
            return ([], $"{odd} is not understood; write the days as events of their own");
        }

        var length = LengthOf(properties, start);
        if (length is not > 0)
        {
            return ([], "its DTEND or DURATION gives no whole days");
        }

        if (!properties.TryGetValue("RRULE", out var rule))
        {
            return ([Run(start, length.Value)], null);
        }

        var (starts, problem) = Yearly(start, rule);
        return ([.. starts.Select(first => Run(first, length.Value))], problem);
    }

    private static int? LengthOf(IReadOnlyDictionary<string, string> properties, DateOnly start) =>
        properties.TryGetValue("DTEND", out var end) ? IcsReader.Day(end)?.DayNumber - start.DayNumber
        : !properties.TryGetValue("DURATION", out var duration) ? 1
        : duration is ['P', .. var days, 'D'] ? Whole(days)
        : duration is ['P', .. var weeks, 'W'] ? Whole(weeks) * 7
        : null;

    private static (ImmutableArray<DateOnly> Starts, string? Problem) Yearly(DateOnly start, string rule)
    {
        var parts = rule.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .DistinctBy(part => part[0].ToUpperInvariant(), StringComparer.Ordinal)
            .ToDictionary(
                part => part[0].ToUpperInvariant(),
                part => part[1].ToUpperInvariant(),
                StringComparer.Ordinal
            );
        if (
            parts.GetValueOrDefault("FREQ") != "YEARLY"
            || parts.Keys.FirstOrDefault(key => !IsKnown(key)) is not null
            || (parts.ContainsKey("BYDAY") && parts.ContainsKey("BYMONTHDAY"))
        )
        {
            return (
                [],
                $"of repetitions only such are understood that come back each year on a day of a month: RRULE:{rule}"
            );
        }

        var (interval, most) = (
            Whole(parts.GetValueOrDefault("INTERVAL", "1")),
            Whole(parts.GetValueOrDefault("COUNT", "1000"))
        );
        var until = parts.TryGetValue("UNTIL", out var last)
            ? IcsReader.Day(last[..Math.Min(8, last.Length)])
            : DateOnly.MaxValue;
        var month = Whole(parts.GetValueOrDefault("BYMONTH", Text(start.Month)));
        var day = Whole(parts.GetValueOrDefault("BYMONTHDAY", Text(start.Day)));
        var (nth, weekday) = parts.TryGetValue("BYDAY", out var by) ? NthWeekday(by) : (0, null);
        if (
            interval is not > 0
            || most is null
            || until is null
            || month is not (> 0 and <= 12)
            || day is not (> 0 and <= 31)
            || (by is not null && weekday is null)
        )
        {
            return ([], $"RRULE:{rule} cannot be read");
        }

        var years = Enumerable
            .Range(0, LastYear)
            .Select(step => start.Year + (step * interval.Value))
            .TakeWhile(year => year <= LastYear);
        return (
            [
                .. years
                    .Select(year =>
                        weekday is { } of ? Nth(year, month.Value, nth, of) : DayIn(year, month.Value, day.Value)
                    )
                    .OfType<DateOnly>()
                    .Where(found => found >= start)
                    .Take(most.Value)
                    .TakeWhile(found => found <= until),
            ],
            null
        );
    }

    private static bool IsKnown(string key) =>
        key is "FREQ" or "INTERVAL" or "COUNT" or "UNTIL" or "BYMONTH" or "BYMONTHDAY" or "BYDAY" or "WKST";

    private static (int Nth, DayOfWeek? Of) NthWeekday(string written) =>
        written.Length > 2
        && Weekdays.IndexOf(written[^2..], StringComparer.Ordinal) is var day and >= 0
        && int.TryParse(written[..^2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var nth)
        && nth is (>= 1 and <= 5) or (>= -5 and <= -1)
            ? (nth, (DayOfWeek)day)
            : (0, null);

    // The second Monday, or with a number below 0 the last one.
    private static DateOnly? Nth(int year, int month, int nth, DayOfWeek of)
    {
        ImmutableArray<int> days =
        [
            .. Enumerable
                .Range(1, DateTime.DaysInMonth(year, month))
                .Where(day => new DateOnly(year, month, day).DayOfWeek == of),
        ];
        var index = nth > 0 ? nth - 1 : days.Length + nth;
        return index >= 0 && index < days.Length ? new DateOnly(year, month, days[index]) : null;
    }

    // The 29th of February is not there each year, and then there is no such day.
    private static DateOnly? DayIn(int year, int month, int day) =>
        day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static (DateOnly First, DateOnly Last) Run(DateOnly start, int length) =>
        (start, start.AddDays(length - 1));

    private static int? Whole(string written) =>
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 10_000
            ? number
            : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
