using System.Globalization;

namespace CaseFlow.Engine.Calendars;

/// <summary>The opening hours of a week by the wall clock. Hours over midnight belong to the two days that they touch.</summary>
public sealed class WeekHours
{
    public const int Week = 7 * DayHours.Day;

    private readonly ImmutableArray<ImmutableArray<DayHours>> days;

    // How much is open from Monday midnight to the beginning of each day, and of the next week.
    private readonly int[] before = new int[8];

    private WeekHours(ImmutableArray<ImmutableArray<DayHours>> days)
    {
        this.days = days;
        for (var day = 0; day < 7; day++)
        {
            before[day + 1] = before[day] + days[day].Sum(hours => hours.Closes - hours.Opens);
        }
    }

    public static WeekHours Always { get; } =
        new([.. Enumerable.Repeat(ImmutableArray.Create(new DayHours(0, DayHours.Day)), 7)]);

    /// <summary>Seconds that are open in a week without holidays.</summary>
    public int Open => before[7];

    /// <param name="days">Monday first; stretches that touch or overlap are joined.</param>
    public static WeekHours Of(IEnumerable<IEnumerable<DayHours>> days) => new([.. days.Select(Join)]);

    /// <summary>The stretches of a day, from 0 for Monday, in order.</summary>
    public ImmutableArray<DayHours> Of(int dayOfWeek) => days[dayOfWeek];

    /// <summary>Seconds that are open on a day of the week, from 0 for Monday.</summary>
    public int OpenOn(int dayOfWeek) => before[dayOfWeek + 1] - before[dayOfWeek];

    /// <summary>Seconds that are open from Monday midnight to a second of the week.</summary>
    public int OpenBefore(int secondOfWeek)
    {
        var (day, second) = Math.DivRem(secondOfWeek, DayHours.Day);
        var open = before[day];
        foreach (var hours in day < 7 ? days[day] : [])
        {
            open += Math.Clamp(second, hours.Opens, hours.Closes) - hours.Opens;
        }

        return open;
    }

    /// <summary>The same hours are written the same, whatever the author's spelling.</summary>
    public override string ToString() =>
        string.Join(
            ';',
            days.Select(day =>
                string.Join(
                    ',',
                    day.Select(hours => string.Create(CultureInfo.InvariantCulture, $"{hours.Opens}-{hours.Closes}"))
                )
            )
        );

    private static ImmutableArray<DayHours> Join(IEnumerable<DayHours> day)
    {
        var joined = ImmutableArray.CreateBuilder<DayHours>();
        foreach (var next in day.OrderBy(hours => hours.Opens))
        {
            if (joined.Count > 0 && joined[^1].Closes >= next.Opens)
            {
                joined[^1] = joined[^1] with { Closes = Math.Max(joined[^1].Closes, next.Closes) };
            }
            else
            {
                joined.Add(next);
            }
        }

        return joined.ToImmutable();
    }
}
