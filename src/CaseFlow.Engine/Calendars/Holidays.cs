using System.Globalization;

namespace CaseFlow.Engine.Calendars;

/// <summary>Days that are closed from midnight to midnight, as runs of days in order, none touching the next.</summary>
public sealed class Holidays
{
    private readonly int[] first;
    private readonly int[] after;

    private Holidays(List<(int First, int After)> runs)
    {
        first = [.. runs.Select(run => run.First)];
        after = [.. runs.Select(run => run.After)];
    }

    public static Holidays None { get; } = new([]);

    public int Runs => first.Length;

    /// <param name="days">Each with its first and its last day, which may be the same, in any order.</param>
    public static Holidays Of(IEnumerable<(DateOnly First, DateOnly Last)> days)
    {
        var runs = new List<(int First, int After)>();
        foreach (var (from, to) in days.OrderBy(day => day.First))
        {
            var run = (First: LocalTime.DayOf(from), After: LocalTime.DayOf(to) + 1);
            if (runs.Count > 0 && runs[^1].After >= run.First)
            {
                runs[^1] = (runs[^1].First, Math.Max(runs[^1].After, run.After));
            }
            else
            {
                runs.Add(run);
            }
        }

        return new(runs);
    }

    /// <summary>A run by its place in the order: its first day and the day after its last one.</summary>
    public (int First, int After) this[int run] => (first[run], after[run]);

    public bool Contains(int day) => Begun(day) is var begun && begun > 0 && day < after[begun - 1];

    /// <summary>How many runs begin on this day or earlier.</summary>
    public int Begun(int day)
    {
        var found = Array.BinarySearch(first, day);
        return found >= 0 ? found + 1 : ~found;
    }

    public override string ToString() =>
        string.Join(
            ',',
            first.Select((day, run) => string.Create(CultureInfo.InvariantCulture, $"{day}-{after[run]}"))
        );
}
