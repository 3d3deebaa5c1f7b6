namespace CaseFlow.Engine.Calendars;

/// <summary>
/// Opening hours and holidays along a wall clock that never jumps. Everything is answered from one sum, the seconds that are
/// open before a moment, which takes weeks in bulk: no answer walks through time.
/// </summary>
internal sealed class OpeningTimes
{
    private readonly WeekHours hours;
    private readonly Holidays holidays;

    // What the runs of holidays take away, added up: of the first run, of the first two, and so on.
    private readonly long[] closed;

    public OpeningTimes(WeekHours hours, Holidays holidays)
    {
        (this.hours, this.holidays) = (hours, holidays);
        closed = new long[holidays.Runs + 1];
        for (var run = 0; run < holidays.Runs; run++)
        {
            var (first, after) = holidays[run];
            closed[run + 1] = closed[run] + OpenByWeek(At(after)) - OpenByWeek(At(first));
        }
    }

    /// <summary>Seconds that are open before this second, counted from a moment that is the same for all.</summary>
    public long OpenBefore(long second) => OpenByWeek(second) - ClosedBefore(second);

    public bool IsOpen(long second) => OpenBefore(second + 1) > OpenBefore(second);

    public bool IsOpenDay(int day) => hours.OpenOn(LocalTime.DayOfWeek(day)) > 0 && !holidays.Contains(day);

    /// <summary>The first second before which this much is open; it is between the two that are given, or the second of them.</summary>
    public long WhenOpen(long open, long from, long to)
    {
        while (from < to)
        {
            var middle = from + ((to - from) / 2);
            if (OpenBefore(middle) >= open)
            {
                to = middle;
            }
            else
            {
                from = middle + 1;
            }
        }

        return to;
    }

    /// <summary>The first second before which this much is closed; it is between the two that are given, or the second of them.</summary>
    public long WhenClosed(long closedSeconds, long from, long to)
    {
        while (from < to)
        {
            var middle = from + ((to - from) / 2);
            if (middle - OpenBefore(middle) >= closedSeconds)
            {
                to = middle;
            }
            else
            {
                from = middle + 1;
            }
        }

        return to;
    }

    private long ClosedBefore(long second)
    {
        var begun = holidays.Begun(LocalTime.DayAt(second));
        if (begun == 0)
        {
            return 0;
        }

        var (first, after) = holidays[begun - 1];
        return second >= At(after) ? closed[begun] : closed[begun - 1] + OpenByWeek(second) - OpenByWeek(At(first));
    }

    private long OpenByWeek(long second)
    {
        var (week, rest) = LocalTime.WeekAt(second);
        return (week * hours.Open) + hours.OpenBefore(rest);
    }

    private static long At(int day) => day * (long)DayHours.Day;
}
