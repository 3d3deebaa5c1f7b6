namespace CaseFlow.Engine.Calendars;

/// <summary>Time on a wall clock as a number: seconds, and days, since the beginning of 1970 there.</summary>
internal static class LocalTime
{
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    // The first day of 1970 was a Thursday.
    private const int EpochDayOfWeek = 3;

    public static int DayOf(DateOnly date) => date.DayNumber - Epoch;

    public static DateOnly DateOf(int day) => DateOnly.FromDayNumber(day + Epoch);

    public static int DayAt(long seconds) => (int)FloorDivide(seconds, DayHours.Day);

    /// <summary>From 0 for Monday.</summary>
    public static int DayOfWeek(int day) => (int)Modulo(day + EpochDayOfWeek, 7);

    /// <summary>Whole weeks since a Monday in 1969, and the second of the week.</summary>
    public static (long Week, int Second) WeekAt(long seconds)
    {
        var sinceMonday = seconds + (EpochDayOfWeek * (long)DayHours.Day);
        var week = FloorDivide(sinceMonday, WeekHours.Week);
        return (week, (int)(sinceMonday - (week * WeekHours.Week)));
    }

    private static long FloorDivide(long number, long by) => (number - Modulo(number, by)) / by;

    private static long Modulo(long number, long by) => ((number % by) + by) % by;
}
