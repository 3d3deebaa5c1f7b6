using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace CaseFlow.Engine.Calendars;

/// <summary>
/// When people work: a moment is open where the wall clock of the time zone shows opening hours on a day that is no holiday.
/// So an hour that the clock shows twice counts twice, and one that it skips counts not at all. Whole seconds.
/// </summary>
public sealed class BusinessCalendar
{
    /// <summary>What is due later than this is never due.</summary>
    public static readonly DateTimeOffset Never = new(2900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly long NeverSeconds = Never.ToUnixTimeSeconds();

    private readonly OpeningTimes times;
    private readonly DateTimeZone zone;

    public BusinessCalendar(string key, string timeZone, WeekHours hours, Holidays holidays)
    {
        Key = key;
        TimeZone = timeZone;
        Hours = hours;
        zone = DateTimeZoneProviders.Tzdb[timeZone];
        times = new(hours, holidays);
        Fingerprint = FingerprintOf($"{timeZone}|{hours}|{holidays}");
    }

    /// <summary>All day, every day.</summary>
    public static BusinessCalendar Always { get; } = new("always", "UTC", WeekHours.Always, Holidays.None);

    public string Key { get; }

    /// <summary>As the time zone database calls it, such as <c>Europe/Paris</c>.</summary>
    public string TimeZone { get; }

    public WeekHours Hours { get; }

    /// <summary>Two calendars with the same fingerprint are open at the same times.</summary>
    public string Fingerprint { get; }

    public bool IsOpen(DateTimeOffset at)
    {
        var second = at.ToUnixTimeSeconds();
        return times.IsOpen(second + OffsetOf(zone.GetZoneInterval(InstantOf(second))));
    }

    /// <summary>Seconds that are open from one moment to another; 0 where the second is not later.</summary>
    public long OpenBetween(DateTimeOffset from, DateTimeOffset to)
    {
        var (second, end) = (from.ToUnixTimeSeconds(), to.ToUnixTimeSeconds());
        var open = 0L;
        while (second < end)
        {
            var interval = zone.GetZoneInterval(InstantOf(second));
            var until = Math.Min(EndOf(interval), end);
            var offset = OffsetOf(interval);
            open += times.OpenBefore(until + offset) - times.OpenBefore(second + offset);
            second = until;
        }

        return open;
    }

    /// <summary>The first moment at which so many seconds have been open since the start.</summary>
    public DateTimeOffset After(DateTimeOffset start, long openSeconds) =>
        At(AfterSeconds(start.ToUnixTimeSeconds(), openSeconds));

    /// <summary>The first moment that is open, this one or a later one.</summary>
    public DateTimeOffset NextOpening(DateTimeOffset at) =>
        AfterSeconds(at.ToUnixTimeSeconds(), 1) is var first && first < NeverSeconds ? At(first - 1) : Never;

    /// <summary>
    /// So many open days later, at the same time on the wall clock. What starts while it is closed starts at the next
    /// opening, and what would end while it is closed ends at the next opening.
    /// </summary>
    public DateTimeOffset AfterOpenDays(DateTimeOffset start, int days)
    {
        var opening = NextOpening(start);
        if (opening == Never || days == 0)
        {
            return opening; // by its wall clock alone it could be an hour earlier, where that shows the hour twice
        }

        var local = InstantOf(opening.ToUnixTimeSeconds()).InZone(zone).LocalDateTime;
        var day = LocalTime.DayOf(local.Date.ToDateOnly());
        for (var left = days; left > 0; )
        {
            day++;
            left -= times.IsOpenDay(day) ? 1 : 0;
        }

        var then = LocalDate.FromDateOnly(LocalTime.DateOf(day)).At(local.TimeOfDay).InZoneLeniently(zone);
        return NextOpening(then.ToDateTimeOffset());
    }

    /// <summary>Everything from one moment to another, told as open and closed stretches that follow each other.</summary>
    public IEnumerable<Stretch> Between(DateTimeOffset from, DateTimeOffset to)
    {
        var (second, end) = (from.ToUnixTimeSeconds(), to.ToUnixTimeSeconds());
        while (second < end)
        {
            var isOpen = IsOpen(At(second));
            var until = Math.Min(isOpen ? ClosingAfter(second, end) : AfterSeconds(second, 1) - 1, end);
            yield return new Stretch(At(second), At(until), isOpen);
            second = until;
        }
    }

    private long AfterSeconds(long second, long left)
    {
        while (left > 0 && second < NeverSeconds)
        {
            var interval = zone.GetZoneInterval(InstantOf(second));
            var (until, offset) = (Math.Min(EndOf(interval), NeverSeconds), OffsetOf(interval));
            var before = times.OpenBefore(second + offset);
            if (times.OpenBefore(until + offset) - before is var open && open < left)
            {
                left -= open;
                second = until;
            }
            else
            {
                return times.WhenOpen(before + left, second + offset, until + offset) - offset;
            }
        }

        return Math.Min(second, NeverSeconds);
    }

    private long ClosingAfter(long second, long end)
    {
        while (second < end)
        {
            var interval = zone.GetZoneInterval(InstantOf(second));
            var (until, offset) = (Math.Min(EndOf(interval), end), OffsetOf(interval));
            var (from, to) = (second + offset, until + offset);
            var open = times.OpenBefore(to) - times.OpenBefore(from);
            if (open < to - from)
            {
                return times.WhenClosed(from - times.OpenBefore(from) + 1, from, to) - 1 - offset;
            }

            second = until;
        }

        return end;
    }

    private static Instant InstantOf(long second) => Instant.FromUnixTimeSeconds(second);

    private static DateTimeOffset At(long second) => DateTimeOffset.FromUnixTimeSeconds(second);

    private static long OffsetOf(NodaTime.TimeZones.ZoneInterval interval) => interval.WallOffset.Seconds;

    private static long EndOf(NodaTime.TimeZones.ZoneInterval interval) =>
        interval.HasEnd ? interval.End.ToUnixTimeSeconds() : long.MaxValue;

    private static string FingerprintOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
