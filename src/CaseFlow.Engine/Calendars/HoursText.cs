using System.Globalization;
using System.Text.RegularExpressions;

namespace CaseFlow.Engine.Calendars;

/// <summary>Reads opening hours as people write them: <c>Mon-Fri 09:00-12:00, 13:00-18:00; Sat 09:00-12:00</c>.</summary>
public static partial class HoursText
{
    private static readonly ImmutableArray<string> Days =
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];

    /// <summary>The hours, or what is wrong with the text.</summary>
    public static (WeekHours? Hours, string? Problem) Read(string text)
    {
        var days = Enumerable.Range(0, 7).Select(_ => new List<DayHours>()).ToArray();
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var match = Part().Match(part);
            if (!match.Success)
            {
                return (null, $"'{part}' is not days and hours such as 'Mon-Fri 09:00-12:00, 13:00-18:00'");
            }

            if (ReadPart(match, days) is { } problem)
            {
                return (null, problem);
            }
        }

        return days.All(day => day.Count == 0) ? (null, "no hours are open at all") : (WeekHours.Of(days), null);
    }

    private static string? ReadPart(Match part, List<DayHours>[] days)
    {
        var named = new List<int>();
        foreach (var range in part.Groups["days"].Value.Split(','))
        {
            var ends = range.Split('-', StringSplitOptions.TrimEntries);
            var (first, last) = (DayOf(ends[0]), DayOf(ends[^1]));
            if (first < 0 || last < 0)
            {
                return $"'{(first < 0 ? ends[0] : ends[^1])}' is no day; the days are Mon, Tue, Wed, Thu, Fri, Sat, Sun";
            }

            named.AddRange(Enumerable.Range(0, ((last - first + 7) % 7) + 1).Select(step => (first + step) % 7));
        }

        foreach (var written in part.Groups["hours"].Value.Split(','))
        {
            var (opens, closes, problem) = ReadHours(written.Trim());
            if (problem is not null)
            {
                return problem;
            }

            foreach (var day in named)
            {
                if (!TryAdd(days, day, opens, closes))
                {
                    return $"'{written.Trim()}' overlaps other hours of the same day";
                }
            }
        }

        return null;
    }

    // Hours over midnight are the end of this day and the beginning of the next one.
    private static bool TryAdd(List<DayHours>[] days, int day, int opens, int closes) =>
        closes > opens
            ? TryAdd(days[day], new DayHours(opens, closes))
            : TryAdd(days[day], new DayHours(opens, DayHours.Day))
                && (closes == 0 || TryAdd(days[(day + 1) % 7], new DayHours(0, closes)));

    private static bool TryAdd(List<DayHours> day, DayHours added)
    {
        if (day.Exists(hours => hours.Opens < added.Closes && added.Opens < hours.Closes))
        {
            return false;
        }

        day.Add(added);
        return true;
    }

    private static (int Opens, int Closes, string? Problem) ReadHours(string written)
    {
        var ends = written.Split('-', StringSplitOptions.TrimEntries);
        return (TimeOf(ends[0]), TimeOf(ends[1])) switch
        {
            (null or DayHours.Day, _) => (0, 0, $"'{ends[0]}' is no time of the day at which it could open"),
            (_, null) => (0, 0, $"'{ends[1]}' is no time of the day; the last one is 24:00"),
            ({ } opens, { } closes) when opens == closes => (
                0,
                0,
                $"'{written}' opens and closes at the same time; write 00:00-24:00 for the whole day"
            ),
            ({ } opens, { } closes) => (opens, closes, null),
        };
    }

    private static int? TimeOf(string written)
    {
        var parts = written.Split(':');
        var (hour, minute) = (
            int.Parse(parts[0], CultureInfo.InvariantCulture),
            int.Parse(parts[1], CultureInfo.InvariantCulture)
        );
        return minute < 60 && (hour < 24 || (hour == 24 && minute == 0)) ? (hour * 3_600) + (minute * 60) : null;
    }

    private static int DayOf(string written) =>
        written.Length < 3
            ? -1
            : Days.ToList().FindIndex(day => day.StartsWith(written, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(
        "^(?<days>[A-Za-z]+ *(- *[A-Za-z]+)?( *, *[A-Za-z]+ *(- *[A-Za-z]+)?)*) +(?<hours>[0-9]{1,2}:[0-9]{2} *- *[0-9]{1,2}:[0-9]{2}( *, *[0-9]{1,2}:[0-9]{2} *- *[0-9]{1,2}:[0-9]{2})*)$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Part();
}
