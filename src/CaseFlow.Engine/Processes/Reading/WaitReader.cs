using System.Globalization;
using System.Text.RegularExpressions;
using CaseFlow.Engine.Calendars;
using CaseFlow.Engine.Processes.Reading.Keys;
using CaseFlow.Engine.Processes.Yaml;
using CaseFlow.Engine.Sla;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Reads times that pass before something happens.</summary>
internal sealed partial class WaitReader(
    KnownNames calendarNames,
    ImmutableArray<BusinessCalendar> calendars,
    ProblemList problems
)
{
    // A minute is the shortest promise that anybody can keep, and no two moves can chase each other faster.
    private const long Least = 60;
    private const long Most = 3_650L * 86_400;
    private const int MostDays = 3_650;
    private const int Years = 10;

    /// <summary>Seconds that count by a calendar; null where they cannot be read.</summary>
    public long? ReadTime(YamlNode? node, string? calendar)
    {
        if (node.AsScalar() is not { } text || !WaitKeys.Time.Fits(text.Value))
        {
            return null;
        }

        return Within(text, TimeText.Seconds(text.Value)) is { } seconds && ComesDue(text, seconds, calendar)
            ? seconds
            : null;
    }

    /// <summary>Seconds after which to warn, given those after which it fails.</summary>
    public long? ReadWarning(YamlScalar text, long? failAfter)
    {
        if (!WaitKeys.TimeOrShare.Fits(text.Value))
        {
            return null;
        }

        if (text.Value.Trim().EndsWith('%'))
        {
            var share = int.Parse(text.Value.Trim()[..^1].Trim(), CultureInfo.InvariantCulture);
            return share == 0
                ? Bad(text, "a warning at 0% would come at once; write more, or remove it")
                : failAfter * share / 100;
        }

        var seconds = Within(text, TimeText.Seconds(text.Value));
        if (seconds >= failAfter)
        {
            problems.Add(
                text.Start,
                ProblemCodes.WarnAfterFail,
                $"a warning after {text.Value.Trim()} would come too late: the clock has failed by then; warn earlier"
            );
            return null;
        }

        return seconds;
    }

    /// <summary>The wait of a move; null where it cannot be read.</summary>
    public Wait? ReadWait(YamlNode? node, YamlNode? calendarNode)
    {
        if (node.AsScalar() is not { } text || !WaitKeys.Wait.Fits(text.Value))
        {
            return null;
        }

        var business = Business().Match(text.Value);
        if (!business.Success)
        {
            NeedsNoCalendar(calendarNode);
            return Within(text, TimeText.Seconds(text.Value)) is { } plain
                ? new Wait(InWords(text), plain, false, null)
                : null;
        }

        if (CalendarFor(text, calendarNode) is not { } calendar)
        {
            return null;
        }

        var count = long.Parse(business.Groups["count"].Value, CultureInfo.InvariantCulture);
        if (business.Groups["unit"].Value.StartsWith('d'))
        {
            return count is 0 or > MostDays
                ? BadWait(text, $"between 1 and {MostDays:N0} business days are possible")
                : new Wait(InWords(text), count, true, calendar);
        }

        var seconds = Within(text, count * (business.Groups["unit"].Value.StartsWith('h') ? 3_600d : 60d));
        return seconds is { } open && ComesDue(text, open, calendar)
            ? new Wait(InWords(text), open, false, calendar)
            : null;
    }

    private string? CalendarFor(YamlScalar text, YamlNode? node)
    {
        if (node is not null)
        {
            return calendarNames.Refer(node, "transition by");
        }

        if (calendarNames.All is [var only])
        {
            return only;
        }

        if (calendarNames.IsComplete)
        {
            problems.Add(
                text.Start,
                ProblemCodes.UnknownCalendar,
                calendarNames.All.IsEmpty
                    ? $"'{text.Value.Trim()}' needs a calendar, and the file declares none; add one under 'calendars'"
                    : $"'{text.Value.Trim()}' by which calendar? Add 'calendar: {calendarNames.All[0]}' or another one"
            );
        }

        return null;
    }

    private void NeedsNoCalendar(YamlNode? node)
    {
        if (node.AsScalar() is { } calendar && calendarNames.Refer(calendar, "transition by") is not null)
        {
            problems.Add(
                calendar.Start,
                ProblemCodes.WaitingTime,
                "'calendar' is for business time only; write 'business' before the unit in 'after', or remove the calendar"
            );
        }
    }

    private long? Within(YamlScalar text, double seconds) =>
        seconds < Least ? Bad(text, "a minute is the least")
        : seconds > Most ? Bad(text, $"{MostDays:N0} days are the most")
        : (long)seconds;

    private bool ComesDue(YamlScalar text, long seconds, string? calendar)
    {
        var open = calendars.FirstOrDefault(one => one.Key == calendar)?.Hours.Open ?? WeekHours.Week;
        if (seconds / open < Years * 52)
        {
            return true;
        }

        problems.Add(
            text.Start,
            ProblemCodes.NeverMet,
            $"calendar '{calendar}' is open for {Hours(open)} hours a week, so '{text.Value.Trim()}' would come due "
                + $"only after more than {Years} years"
        );
        return false;
    }

    private Wait? BadWait(YamlScalar text, string message)
    {
        Bad(text, message);
        return null;
    }

    private long? Bad(YamlScalar text, string message)
    {
        problems.Add(
            text.Start,
            ProblemCodes.WaitingTime,
            $"'{Say.Shortened(text.Value.Trim())}' cannot be: {message}"
        );
        return null;
    }

    private static string Hours(int seconds) => (seconds / 3_600d).ToString("0.##", CultureInfo.InvariantCulture);

    // Spaces are the author's affair; the text is kept with each case.
    private static string InWords(YamlScalar text) =>
        string.Join(' ', text.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(
        "^ *(?<count>[0-9]+) *business *(?<unit>[a-z]+) *$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Business();
}
