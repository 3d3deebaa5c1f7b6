using CaseFlow.Engine.Calendars;
using static CaseFlow.Engine.Tests.Calendars.TestCalendars;

namespace CaseFlow.Engine.Tests.Calendars;

public sealed class BusinessCalendarTests
{
    private const string Lunch = "Mon-Fri 09:00-12:00, 13:00-18:00; Sat 09:00-12:00";

    [Theory]
    [InlineData("2026-03-02T08:00:00", "2026-03-02T17:00:00", 8 * 3600, "a day with its lunch left out")]
    [InlineData("2026-03-02T10:59:59", "2026-03-02T12:00:01", 2, "a second before lunch and one after it")]
    [InlineData(
        "2026-03-06T16:00:00",
        "2026-03-09T09:00:00",
        3600 + (3 * 3600) + 3600,
        "Friday to Monday over Saturday morning"
    )]
    [InlineData("2026-03-08T00:00:00", "2026-03-09T00:00:00", 0, "a Sunday")]
    [InlineData("2026-03-02T17:00:00", "2026-03-02T08:00:00", 0, "backwards")]
    [InlineData("2026-04-06T00:00:00", "2026-04-07T00:00:00", 0, "a holiday on a Monday")]
    [InlineData("2026-01-05T00:00:00", "2026-03-09T00:00:00", 9 * ((5 * 8) + 3) * 3600, "nine weeks")]
    public void Open_time_between_two_moments_is_exact(string from, string to, long seconds, string because) =>
        Assert.True(
            Make("Europe/Paris", Lunch, ClosedDays).OpenBetween(At(from), At(to)) is var open && open == seconds,
            $"{because}: {open}"
        );

    [Theory]
    [InlineData(
        "2026-03-02T08:00:00",
        3 * 3600,
        "2026-03-02T11:00:00",
        "it is over when lunch begins, not when lunch ends"
    )]
    [InlineData("2026-03-02T08:00:00", (3 * 3600) + 1, "2026-03-02T12:00:01", "one second more is after lunch")]
    [InlineData("2026-03-06T16:30:00", 3600, "2026-03-07T08:30:00", "Friday evening goes on on Saturday morning")]
    [InlineData("2026-03-08T10:00:00", 3600, "2026-03-09T09:00:00", "from a Sunday it begins on Monday")]
    [InlineData("2026-04-02T15:30:00", 3600, "2026-04-08T07:30:00", "over holidays that overlap, and into summer time")]
    [InlineData("2026-03-08T10:00:00", 0, "2026-03-08T10:00:00", "nothing takes no time")]
    public void The_end_of_a_duration_is_exact(string start, long seconds, string end, string because) =>
        Assert.True(
            Make("Europe/Paris", Lunch, ClosedDays).After(At(start), seconds) is var due && due == At(end),
            $"{because}: {due}"
        );

    [Theory]
    [InlineData(
        "Europe/Paris",
        "2026-03-29T00:00:00",
        "2026-03-29T03:00:00",
        2,
        "the hour that is skipped counts not at all"
    )]
    [InlineData(
        "Europe/Paris",
        "2026-10-24T22:00:00",
        "2026-10-25T04:00:00",
        4,
        "the hour that comes twice counts twice"
    )]
    [InlineData(
        "America/New_York",
        "2026-03-08T05:00:00",
        "2026-03-08T10:00:00",
        2,
        "in New York it is another Sunday"
    )]
    public void Clock_changes_count_as_the_wall_clock_shows_them(
        string zone,
        string from,
        string to,
        int hours,
        string because
    ) =>
        Assert.True(
            Make(zone, "Sun 01:00-04:00").OpenBetween(At(from), At(to)) is var open && open == hours * 3600,
            $"{because}: {open}"
        );

    [Theory]
    [InlineData("2026-03-02T10:00:00", 10, "2026-03-13T10:00:00", "ten days later at the same time, Saturdays counted")]
    [InlineData(
        "2026-03-06T15:00:00",
        1,
        "2026-03-09T08:00:00",
        "Saturday afternoon is closed, so it is Monday's opening"
    )]
    [InlineData("2026-03-08T10:00:00", 1, "2026-03-10T08:00:00", "from a Sunday it begins with Monday's opening")]
    [InlineData(
        "2026-03-28T10:00:00",
        1,
        "2026-03-30T09:00:00",
        "the wall clock shows the same time after the clock change"
    )]
    [InlineData("2026-04-02T09:30:00", 1, "2026-04-08T09:30:00", "holidays are no open days")]
    [InlineData("2026-03-02T10:00:00", 0, "2026-03-02T10:00:00", "no days later")]
    public void Open_days_later_is_the_same_time_on_an_open_day(string start, int days, string end, string because) =>
        Assert.True(
            Make("Europe/Paris", Lunch, ClosedDays).AfterOpenDays(At(start), days) is var due && due == At(end),
            $"{because}: {due}"
        );

    [Fact]
    public void No_days_later_than_an_hour_that_the_clock_shows_for_the_second_time_is_not_the_first_time()
    {
        var start = new DateTimeOffset(2026, 10, 25, 2, 12, 0, TimeSpan.FromHours(1));

        Assert.Equal(start, Make("Europe/Paris", "Mon-Sun 22:00-06:00", []).AfterOpenDays(start, 0));
    }

    [Theory]
    [InlineData("Mon-Fri 9-18", "is not days and hours")]
    [InlineData("Mon-Fri 09:00-25:00", "'25:00' is no time of the day")]
    [InlineData("Mon-Fri 24:00-01:00", "'24:00' is no time of the day at which it could open")]
    [InlineData("Mon-Fry 09:00-18:00", "'Fry' is no day")]
    [InlineData("Mon-Fri 09:00-12:00, 11:00-18:00", "overlaps")]
    [InlineData("Mon 22:00-06:00; Tue 05:00-07:00", "overlaps")]
    [InlineData("Mon 09:00-09:00", "00:00-24:00")]
    [InlineData(" ; ", "no hours are open at all")]
    public void Hours_that_say_nothing_clear_are_refused(string hours, string says) =>
        Assert.Contains(says, HoursText.Read(hours).Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("Monday-Friday 9:00-18:00", "Mon-Fri 09:00 - 18:00")]
    [InlineData("Fri-Mon 09:00-18:00", "Fri,Sat , Sun,Mon 09:00-18:00")]
    [InlineData("Mon 22:00-06:00", "Mon 22:00-24:00; Tue 00:00-06:00")]
    [InlineData("Mon 09:00-12:00,12:00-18:00", "mon 09:00-18:00")]
    public void The_same_hours_can_be_written_in_several_ways(string one, string other) =>
        Assert.Equal(Make("UTC", one).Fingerprint, Make("UTC", other).Fingerprint);

    [Fact]
    public void Without_a_calendar_all_time_counts()
    {
        var (from, to) = (At("2026-01-01T00:00:00"), At("2026-01-08T00:00:01"));

        Assert.Equal((7 * 86_400) + 1, BusinessCalendar.Always.OpenBetween(from, to));
        Assert.Equal(to, BusinessCalendar.Always.After(from, (7 * 86_400) + 1));
        Assert.Equal(from, BusinessCalendar.Always.NextOpening(from));
        Assert.Equal([new Stretch(from, to, true)], BusinessCalendar.Always.Between(from, to));
    }
}
