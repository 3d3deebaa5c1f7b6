using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CaseFlow.Host.EventLogs;

/// <summary>
/// Reads the times of a log: year first, or day and month first with the year last, with or without time of day, fraction
/// and zone, all in digits, and seconds or milliseconds since 1970. What has no zone is taken as UTC.
/// </summary>
/// <param name="format">The format that the map names; null to recognize it.</param>
internal sealed partial class LogTimes(string? format = null)
{
    // Years of two digits are those of machines that are still running.
    private const int OldestShortYear = 70;

    // Those of RFC 822 and of Europe. Others, such as IST, mean several.
    private static readonly FrozenDictionary<string, int> zones = new Dictionary<string, int>(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["UT"] = 0,
        ["Z"] = 0,
        ["WET"] = 0,
        ["WEST"] = 1,
        ["CET"] = 1,
        ["CEST"] = 2,
        ["EET"] = 2,
        ["EEST"] = 3,
        ["EST"] = -5,
        ["EDT"] = -4,
        ["CST"] = -6,
        ["CDT"] = -5,
        ["MST"] = -7,
        ["MDT"] = -6,
        ["PST"] = -8,
        ["PDT"] = -7,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private bool someDayFirst;
    private bool someMonthFirst;

    /// <summary>Whether every date with the year last could be read either way.</summary>
    public bool IsAmbiguous { get; private set; }

    /// <summary>Looks whether 01/02/2026 is in January or in February: some other time of the log tells.</summary>
    public void Learn(string text)
    {
        if (format is not null || Written.Match(Plain(text)) is not { Success: true } match)
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

        var plain = Plain(text);
        return Written.Match(plain) is { Success: true } match ? Compose(match, Date(match))
            : OfJava.Match(plain) is { Success: true } java ? Compose(java, DateAfterName(java))
            : NameFirst.Match(plain) is { Success: true } named ? Compose(named, DateAfterName(named))
            : Digits.Match(plain) is { Success: true } digits && Compose(digits, DateInDigits(digits)) is { } at ? at
            : Epoch.IsMatch(plain) ? FromEpoch(plain)
            : null;
    }

    // Some programs write the blank before AM and PM so that no line ends there.
    private static string Plain(string text) => text.Replace('\u202F', ' ').Replace('\u00A0', ' ');

    private static DateTimeOffset? Compose(Match match, (int Year, int Month, int Day) date)
    {
        var (year, month, day) = date;
        var (hour, minute, second) = (Number(match, "hour"), Number(match, "minute"), Number(match, "second2"));
        if (match.Groups["half"].Value is [var half, ..])
        {
            hour = (hour % 12) + (half is 'p' or 'P' ? 12 : 0);
        }

        var isPossible =
            year is >= 1000 and <= 9998
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

        var year = match.Groups["third"].Length == 2 ? third + (third < OldestShortYear ? 2000 : 1900) : third;
        var monthFirst =
            second > 12 || (someMonthFirst && !someDayFirst && match.Groups["mark"].Value != "." && first <= 12);
        return monthFirst ? (year, first, second) : (year, second, first);
    }

    private static (int Year, int Month, int Day) DateAfterName(Match match) =>
        (Number(match, "third"), Month(match.Groups["first"].Value), Number(match, "second"));

    // Other numbers as long count from 1970, and lie centuries away where they are read as dates.
    private static (int Year, int Month, int Day) DateInDigits(Match match) =>
        Number(match, "first") is >= 1970 and < 2100 and var year
            ? (year, Number(match, "second"), Number(match, "third"))
            : default;

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
            return TimeSpan.FromHours(zone is "" ? 0 : zones[zone]);
        }

        var sign = zone.IndexOfAny(['+', '-']);
        var digits = zone[(sign + 1)..].Replace(":", "", StringComparison.Ordinal);
        var hourDigits = digits.Length <= 2 ? digits.Length : digits.Length - 2;
        var hours = int.Parse(digits.AsSpan(0, hourDigits), CultureInfo.InvariantCulture);
        var minutes =
            digits.Length == hourDigits ? 0 : int.Parse(digits.AsSpan(hourDigits), CultureInfo.InvariantCulture);
        return hours <= 14 && minutes <= 59 && (hours * 60) + minutes <= 14 * 60
            ? new TimeSpan(hours, minutes, 0) * (zone[sign] == '-' ? -1 : 1)
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

    private const string TimeOfDay =
        @"([T ,-]+(?<hour>\d{1,2})[:.](?<minute>\d{2})([:.](?<second2>\d{2})([.,](?<fraction>\d{1,12}))?)?"
        + @" ?(?<half>[AaPp]\.?[Mm]\.?)?"
        + Zone
        + ")?$";

    private const string Zone =
        @" ?(?<zone>[Zz]|UT|UTC|GMT|WET|WEST|CET|CEST|EET|EEST|[ECMP][SD]T|[+-]\d{2}(:?\d{2})?|(UTC|GMT)[+-]\d{1,2}(:?\d{2})?)?(\[[\w/+-]{1,60}\])?";

    [GeneratedRegex(
        @"^([A-Za-z]{3,9}\.?,? )?(?<first>\d{4}|\d{1,2})(?<mark>[-/. ])(?<second>\d{1,2}|[A-Za-z]{3,9})\.?[-/. ](?<third>\d{4}|\d{1,2})"
            + TimeOfDay,
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Written { get; }

    [GeneratedRegex(
        @"^([A-Za-z]{3,9}\.?,? )?(?<first>[A-Za-z]{3,9})\.? (?<second>\d{1,2}),? (?<third>\d{4})" + TimeOfDay,
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex NameFirst { get; }

    // As Java and shells write a moment: Sat Jan 31 09:05:06 CET 2026.
    [GeneratedRegex(
        @"^[A-Za-z]{3} (?<first>[A-Za-z]{3}) {1,2}(?<second>\d{1,2}) (?<hour>\d{2}):(?<minute>\d{2}):(?<second2>\d{2})"
            + Zone
            + @" (?<third>\d{4})$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex OfJava { get; }

    [GeneratedRegex(
        @"^(?<first>\d{4})(?<second>\d{2})(?<third>\d{2})"
            + @"([T ]?(?<hour>\d{2}):?(?<minute>\d{2})(:?(?<second2>\d{2})([.,]?(?<fraction>\d{1,12}))?)?"
            + Zone
            + ")?$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Digits { get; }

    [GeneratedRegex(@"^\d{9,19}(\.\d{1,9})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Epoch { get; }
}
