using System.Globalization;
using System.Text.RegularExpressions;

namespace CaseFlow.Host.EventLogs;

/// <summary>
/// Reads the times of a log: year first, or day and month first with the year last, with or without time of day, fraction
/// and zone, and seconds or milliseconds since 1970. What has no zone is taken as UTC.
/// </summary>
/// <param name="format">The format that the map names; null to recognize it.</param>
internal sealed partial class LogTimes(string? format = null)
{
    private bool someDayFirst;
    private bool someMonthFirst;

    /// <summary>Whether every date with the year last could be read either way.</summary>
    public bool IsAmbiguous { get; private set; }

    /// <summary>Looks whether 01/02/2026 is in January or in February: some other time of the log tells.</summary>
    public void Learn(string text)
    {
        if (format is not null || Written.Match(text) is not { Success: true } match)
        {
            return;
        }

        if (
            match.Groups["first"].Length <= 2
            && match.Groups["mark"].Value != "."
            && char.IsAsciiDigit(match.Groups["second"].Value[0])
        )
        {
            var (first, second) = (Number(match, "first"), Number(match, "second"));
            someDayFirst |= first > 12;
            someMonthFirst |= second > 12;
            IsAmbiguous = !someDayFirst && !someMonthFirst && (IsAmbiguous || first != second);
        }
    }

    public DateTimeOffset? Read(string text)
    {
        if (format is not null)
        {
            return DateTimeOffset.TryParseExact(
                text,
                format,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces,
                out var exact
            )
                ? exact
                : null;
        }

        return Written.Match(text) is { Success: true } match ? Compose(match)
            : Epoch.IsMatch(text) ? FromEpoch(text)
            : null;
    }

    private DateTimeOffset? Compose(Match match)
    {
        var (year, month, day) = Date(match);
        var (hour, minute, second) = (Number(match, "hour"), Number(match, "minute"), Number(match, "second2"));
        if (match.Groups["half"].Value is [var half, ..])
        {
            hour = (hour % 12) + (half is 'p' or 'P' ? 12 : 0);
        }

        var isPossible =
            year is >= 1 and <= 9998
            && month is >= 1 and <= 12
            && day >= 1
            && day <= DateTime.DaysInMonth(year, month)
            && hour <= 23
            && minute <= 59
            && second <= 59;
        return isPossible && Offset(match.Groups["zone"].Value) is { } offset
            ? new DateTimeOffset(year, month, day, hour, minute, second, offset).AddTicks(Ticks(match))
            : null;
    }

    private (int Year, int Month, int Day) Date(Match match)
    {
        var (first, third) = (Number(match, "first"), Number(match, "third"));
        var second = Month(match.Groups["second"].Value);
        if (match.Groups["first"].Length == 4)
        {
            return (first, second, third);
        }

        var monthFirst =
            second > 12 || (someMonthFirst && !someDayFirst && match.Groups["mark"].Value != "." && first <= 12);
        return monthFirst ? (third, first, second) : (third, second, first);
    }

    // Numbers, or English names as they are or shortened.
    private static int Month(string text) =>
        char.IsAsciiDigit(text[0]) ? int.Parse(text, CultureInfo.InvariantCulture)
        : text.Length < 3 ? 0
        : Array.FindIndex(
            CultureInfo.InvariantCulture.DateTimeFormat.MonthNames,
            name => name.StartsWith(text, StringComparison.OrdinalIgnoreCase)
        ) + 1;

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true, ValueSpan: var digits }
            ? int.Parse(digits, CultureInfo.InvariantCulture)
            : 0;

    private static long Ticks(Match match)
    {
        var digits = match.Groups["fraction"].ValueSpan;
        long ticks = 0;
        for (var place = 0; place < 7; place++)
        {
            ticks = (ticks * 10) + (place < digits.Length ? digits[place] - '0' : 0);
        }

        return ticks;
    }

    private static TimeSpan? Offset(string zone)
    {
        if (zone is "" || !char.IsAsciiDigit(zone[^1]))
        {
            return TimeSpan.Zero;
        }

        var digits = zone[1..].Replace(":", "", StringComparison.Ordinal).PadRight(4, '0');
        var hours = int.Parse(digits.AsSpan(0, 2), CultureInfo.InvariantCulture);
        var minutes = int.Parse(digits.AsSpan(2), CultureInfo.InvariantCulture);
        return hours <= 14 && minutes <= 59 && (hours * 60) + minutes <= 14 * 60
            ? new TimeSpan(hours, minutes, 0) * (zone[0] == '-' ? -1 : 1)
            : null;
    }

    private static DateTimeOffset? FromEpoch(string text)
    {
        var number = decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        var seconds = text.Split('.')[0].Length switch
        {
            <= 10 => number,
            <= 13 => number / 1_000,
            <= 16 => number / 1_000_000,
            _ => number / 1_000_000_000,
        };
        return DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));
    }

    [GeneratedRegex(
        @"^(?<first>\d{4}|\d{1,2})(?<mark>[-/. ])(?<second>\d{1,2}|[A-Za-z]{3,9})[-/. ](?<third>\d{1,4})"
            + @"([T ,]+(?<hour>\d{1,2}):(?<minute>\d{2})(:(?<second2>\d{2})([.,](?<fraction>\d{1,12}))?)?"
            + @" ?(?<half>[AaPp]\.?[Mm]\.?)? ?(?<zone>[Zz]|UTC|GMT|[+-]\d{2}(:?\d{2})?)?)?$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Written { get; }

    [GeneratedRegex(@"^\d{9,19}(\.\d{1,9})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Epoch { get; }
}
