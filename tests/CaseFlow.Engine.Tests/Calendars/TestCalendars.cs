using CaseFlow.Engine.Calendars;
using NodaTime;

namespace CaseFlow.Engine.Tests.Calendars;

/// <summary>Calendars to count with, and a second way to count: minute by minute, asking the wall clock each time.</summary>
internal static class TestCalendars
{
    public static readonly ImmutableArray<string> Zones =
    [
        "Europe/Paris",
        "America/New_York",
        "Australia/Lord_Howe",
        "America/St_Johns",
        "Asia/Kathmandu",
        "UTC",
    ];

    public static readonly ImmutableArray<string> Hours =
    [
        "Mon-Fri 09:00-18:00",
        "Mon-Fri 09:00-12:00, 13:00-18:00; Sat 09:00-12:00",
        "Mon-Sun 22:00-06:00",
        "Sun 01:00-04:00",
        "Sat-Sun 00:00-24:00; Wed 00:15-00:45, 23:30-00:30",
        "Mon-Sun 00:00-24:00",
    ];

    public static readonly ImmutableArray<(DateOnly First, DateOnly Last)> ClosedDays =
    [
        (new(2026, 1, 1), new(2026, 1, 1)),
        (new(2026, 3, 29), new(2026, 3, 29)),
        (new(2026, 4, 3), new(2026, 4, 6)),
        (new(2026, 4, 6), new(2026, 4, 7)),
        (new(2026, 10, 25), new(2026, 10, 26)),
        (new(2026, 12, 24), new(2027, 1, 2)),
    ];

    public static BusinessCalendar Make(string zone, string hours, params IEnumerable<(DateOnly, DateOnly)> holidays) =>
        new("business", zone, HoursText.Read(hours).Hours!, Holidays.Of(holidays));

    public static DateTimeOffset At(string utc) =>
        DateTimeOffset.Parse(utc + "Z", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What the wall clock says, told without anything of the product: the text of the hours read by hand.</summary>
    public static Func<DateTimeOffset, bool> WallClock(
        string zone,
        string hours,
        params IEnumerable<(DateOnly First, DateOnly Last)> holidays
    )
    {
        var tz = DateTimeZoneProviders.Tzdb[zone];
        var open = new bool[7, 1_440];
        foreach (var part in hours.Split(';', StringSplitOptions.TrimEntries))
        {
            var days = part.Split(' ')[0].Split('-');
            foreach (var range in part[part.IndexOf(' ')..].Split(','))
            {
                var (from, to) = (Minutes(range.Split('-')[0]), Minutes(range.Split('-')[1]));
                for (var day = Day(days[0]); ; day = (day + 1) % 7)
                {
                    for (var minute = from; minute < (to > from ? to : to + 1_440); minute++)
                    {
                        open[(day + (minute / 1_440)) % 7, minute % 1_440] = true;
                    }

                    if (day == Day(days[^1]))
                    {
                        break;
                    }
                }
            }
        }

        var closed = holidays
            .SelectMany(run => Enumerable.Range(run.First.DayNumber, run.Last.DayNumber - run.First.DayNumber + 1))
            .ToHashSet();
        return at =>
        {
            var local = Instant.FromDateTimeOffset(at).InZone(tz).LocalDateTime;
            return open[(int)local.DayOfWeek - 1, (local.Hour * 60) + local.Minute]
                && !closed.Contains(local.Date.ToDateOnly().DayNumber);
        };

        static int Minutes(string time) =>
            (int.Parse(time.Trim()[..2], System.Globalization.CultureInfo.InvariantCulture) * 60)
            + int.Parse(time.Trim()[3..], System.Globalization.CultureInfo.InvariantCulture);

        static int Day(string name) => Array.IndexOf(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], name);
    }
}
