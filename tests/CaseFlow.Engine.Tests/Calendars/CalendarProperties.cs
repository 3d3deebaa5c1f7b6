using CaseFlow.Engine.Calendars;
using CsCheck;
using static CaseFlow.Engine.Tests.Calendars.TestCalendars;

namespace CaseFlow.Engine.Tests.Calendars;

/// <summary>Whatever the zone, the hours and the holidays: every answer equals a count that asks the wall clock each minute.</summary>
public sealed class CalendarProperties
{
    private static readonly DateTimeOffset Year = At("2026-01-01T00:00:00");

    private static readonly Gen<(string Zone, string Hours, bool Holidays)> Written = Gen.Select(
        Gen.Int[0, Zones.Length - 1].Select(index => Zones[index]),
        Gen.Int[0, Hours.Length - 1].Select(index => Hours[index]),
        Gen.Bool
    );

    private static readonly Gen<DateTimeOffset> Moments = Gen.Int[0, 365 * 1_440]
        .Select(minute => Year.AddMinutes(minute));

    [Fact]
    public void Open_time_is_what_a_count_of_the_minutes_finds() =>
        Gen.Select(Written, Moments, Gen.Int[0, 3_000])
            .Sample(
                (written, from, minutes) =>
                {
                    var (calendar, isOpen) = Both(written);
                    var to = from.AddMinutes(minutes);
                    var counted = Enumerable.Range(0, minutes).Count(minute => isOpen(from.AddMinutes(minute)));

                    Assert.Equal(counted * 60, calendar.OpenBetween(from, to));
                    Assert.Equal(counted * 60, OpenSeconds(calendar.Between(from, to)));
                },
                iter: 3_000
            );

    [Fact]
    public void A_duration_ends_where_as_much_has_been_open() =>
        Gen.Select(Written, Moments, Gen.Int[1, 400_000])
            .Sample(
                (written, from, seconds) =>
                {
                    var calendar = Both(written).Calendar;
                    var due = calendar.After(from, seconds);

                    Assert.Equal(seconds, calendar.OpenBetween(from, due));
                    Assert.Equal(seconds - 1, calendar.OpenBetween(from, due.AddSeconds(-1)));
                },
                iter: 20_000
            );

    [Fact]
    public void Stretches_follow_each_other_without_a_gap_and_take_turns() =>
        Gen.Select(Written, Moments, Gen.Int[1, 1_000_000])
            .Sample(
                (written, from, seconds) =>
                {
                    var (calendar, isOpen) = Both(written);
                    Stretch[] told = [.. calendar.Between(from, from.AddSeconds(seconds))];

                    Assert.Equal((from, from.AddSeconds(seconds)), (told[0].From, told[^1].To));
                    Assert.All(told, stretch => Assert.Equal(isOpen(stretch.From), stretch.IsOpen));
                    Assert.All(
                        told.Zip(told.Skip(1)),
                        pair =>
                            Assert.True(pair.First.To == pair.Second.From && pair.First.IsOpen != pair.Second.IsOpen)
                    );
                },
                iter: 3_000
            );

    [Fact]
    public void The_next_opening_is_the_first_open_moment() =>
        Gen.Select(Written, Moments)
            .Sample(
                (written, from) =>
                {
                    var (calendar, isOpen) = Both(written);
                    var opening = calendar.NextOpening(from);

                    Assert.True(opening >= from && isOpen(opening));
                    Assert.Equal(0, calendar.OpenBetween(from, opening));
                },
                iter: 20_000
            );

    [Fact]
    public void Open_days_later_is_open_and_so_many_days_further() =>
        Gen.Select(Written, Moments, Gen.Int[0, 40])
            .Sample(
                (written, from, days) =>
                {
                    var (calendar, isOpen) = Both(written);
                    var (due, next) = (calendar.AfterOpenDays(from, days), calendar.AfterOpenDays(from, days + 1));

                    Assert.True(isOpen(due) && due >= from && next > due);
                },
                iter: 5_000
            );

    private static (BusinessCalendar Calendar, Func<DateTimeOffset, bool> IsOpen) Both(
        (string Zone, string Hours, bool Holidays) written
    )
    {
        var holidays = written.Holidays ? ClosedDays : [];
        return (Make(written.Zone, written.Hours, holidays), WallClock(written.Zone, written.Hours, holidays));
    }

    private static double OpenSeconds(IEnumerable<Stretch> stretches) =>
        stretches.Where(stretch => stretch.IsOpen).Sum(stretch => (stretch.To - stretch.From).TotalSeconds);
}
