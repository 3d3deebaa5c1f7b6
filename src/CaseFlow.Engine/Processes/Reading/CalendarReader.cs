using System.Globalization;
using CaseFlow.Engine.Calendars;
using CaseFlow.Engine.Processes.Reading.Keys;
using CaseFlow.Engine.Processes.Yaml;
using NodaTime;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Reads the calendars, with the files of holidays that they name.</summary>
/// <param name="files">The texts of the files beside the definition, by name.</param>
internal sealed class CalendarReader(ImmutableSortedDictionary<string, string> files, ProblemList problems)
{
    // A day of each year is written out for these, which is as far as anything can be due.
    private static readonly (int First, int Last) Years = (1970, IcsEvent.LastYear);

    private ImmutableSortedDictionary<string, string> used = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The files that are named, with their texts: they belong to the definition.</summary>
    public ImmutableSortedDictionary<string, string> Used => used;

    public ImmutableArray<BusinessCalendar> Read(YamlNode? section) =>
        [.. section.Entries().Select(entry => Read(entry.Name, entry.Value)).OfType<BusinessCalendar>()];

    private BusinessCalendar? Read(string key, YamlNode body)
    {
        var zone = ReadZone(body.At(CalendarKeys.TimeZone));
        var hours = ReadHours(body.At(CalendarKeys.Hours));
        ImmutableArray<(DateOnly, DateOnly)> days =
        [
            .. body.At(CalendarKeys.Holidays).ManyScalars().SelectMany(ReadHoliday),
            .. body.At(CalendarKeys.HolidayFiles).ManyScalars().SelectMany(ReadFile),
        ];
        return zone is null || hours is null ? null : new BusinessCalendar(key, zone, hours, Holidays.Of(days));
    }

    private string? ReadZone(YamlNode? node)
    {
        if (node.AsScalar() is not { } name)
        {
            return null;
        }

        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(name.Value) is not null)
        {
            return name.Value;
        }

        var near = problems.IsFull ? "" : Nearest.Suggest(name.Value, DateTimeZoneProviders.Tzdb.Ids);
        problems.Add(
            name.Start,
            ProblemCodes.TimeZone,
            $"there is no time zone {Say.Shown(name)}{(near.Length > 0 ? near : "; they are called like Europe/Paris")}"
        );
        return null;
    }

    private WeekHours? ReadHours(YamlNode? node)
    {
        var texts = node.ManyScalars();
        if (texts.IsEmpty)
        {
            return null;
        }

        var (hours, problem) = HoursText.Read(string.Join(';', texts.Select(text => text.Value)));
        if (problem is not null)
        {
            problems.Add(texts[0].Start, ProblemCodes.OpeningHours, $"'hours': {problem}");
        }

        return hours;
    }

    private IEnumerable<(DateOnly First, DateOnly Last)> ReadHoliday(YamlScalar text)
    {
        var ends = text.Value.Split("..", StringSplitOptions.TrimEntries);
        var (first, last) = (Day(ends[0]), Day(ends[^1]));
        if (first is null || last is null || ends[0].Length != ends[^1].Length || last < first)
        {
            if (((Shape.Text)((Shape.OneOrMany)CalendarKeys.Holidays.Shape).Of).Fits(text.Value))
            {
                problems.Add(
                    text.Start,
                    ProblemCodes.Holiday,
                    $"{Say.Shown(text)} is no day of the calendar; write 2026-12-25, 2026-12-24..2026-12-26, or 12-25 for each year"
                );
            }

            return [];
        }

        return ends[0].Length > "12-25".Length
            ? [(first.Value, last.Value)]
            : Enumerable
                .Range(Years.First, Years.Last - Years.First + 1)
                .Select(year => (InYear(first.Value, year), InYear(last.Value, year)))
                .Where(days => days is (not null, not null))
                .Select(days => (days.Item1!.Value, days.Item2!.Value));
    }

    private IEnumerable<(DateOnly First, DateOnly Last)> ReadFile(YamlScalar name)
    {
        if (!((Shape.Text)((Shape.OneOrMany)CalendarKeys.HolidayFiles.Shape).Of).Fits(name.Value))
        {
            return [];
        }

        if (!files.TryGetValue(name.Value, out var text))
        {
            problems.Add(
                name.Start,
                ProblemCodes.CalendarFile,
                $"there is no file {Say.Shown(name)} beside the definition{Nearest.Suggest(name.Value, files.Keys)}"
            );
            return [];
        }

        used = used.SetItem(name.Value, text);
        var (days, problem) = IcsReader.Read(text);
        if (problem is not null)
        {
            problems.Add(name.Start, ProblemCodes.CalendarFile, $"file {Say.Shown(name)}: {Say.Shortened(problem)}");
        }

        return days;
    }

    // The 29th of February has to be a day in some year at least.
    private static DateOnly? Day(string written) =>
        DateOnly.TryParseExact(
            written.Length == "12-25".Length ? $"2024-{written}" : written,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    private static DateOnly? InYear(DateOnly day, int year) =>
        day.Day <= DateTime.DaysInMonth(year, day.Month) ? new DateOnly(year, day.Month, day.Day) : null;
}
