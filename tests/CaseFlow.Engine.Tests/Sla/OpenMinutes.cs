using CaseFlow.Engine.Tests.Calendars;

namespace CaseFlow.Engine.Tests.Sla;

/// <summary>
/// A calendar counted without the product: each minute of two years is looked at on the wall clock, and the minutes that
/// are open are added up.
/// </summary>
internal sealed class OpenMinutes
{
    private const int Minutes = 2 * 366 * 1_440;

    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly int[] before = new int[Minutes + 1];

    public OpenMinutes(string zone, string hours, IEnumerable<(DateOnly First, DateOnly Last)> holidays)
    {
        var isOpen = TestCalendars.WallClock(zone, hours, holidays);
        for (var minute = 0; minute < Minutes; minute++)
        {
            before[minute + 1] = before[minute] + (isOpen(Start.AddMinutes(minute)) ? 1 : 0);
        }
    }

    /// <summary>Open minutes from one minute to another.</summary>
    public int Between(int from, int to) => before[to] - before[from];

    /// <summary>The first minute before which so many have been open, looking at one after the other.</summary>
    public int After(int from, int open)
    {
        var at = from;
        while (before[at] - before[from] < open)
        {
            at++;
        }

        return at;
    }
}
