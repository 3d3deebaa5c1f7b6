using System.Globalization;

namespace CaseFlow.Engine.Calendars;

/// <summary>
/// Reads the whole days of an iCalendar file (RFC 5545), as calendars of public holidays have them: single days, several
/// days, and such as come back each year. Anything that it would have to guess at is a problem.
/// </summary>
public static class IcsReader
{
    /// <summary>The days, each with its first and last one, or what is wrong with the file.</summary>
    public static (ImmutableArray<(DateOnly First, DateOnly Last)> Days, string? Problem) Read(string text)
    {
        var days = ImmutableArray.CreateBuilder<(DateOnly, DateOnly)>();
        Dictionary<string, string>? found = null;
        var isCalendar = false;
        foreach (var (name, value) in Lines(text))
        {
            switch (name, value.ToUpperInvariant())
            {
                case ("BEGIN", "VCALENDAR"):
                    isCalendar = true;
                    break;
                case ("BEGIN", "VEVENT"):
                    found = new(StringComparer.Ordinal);
                    break;
                case ("END", "VEVENT") when found is not null:
                    var (of, problem) = IcsEvent.DaysOf(found);
                    if (problem is not null)
                    {
                        return ([], $"event '{found.GetValueOrDefault("SUMMARY", "without a name")}': {problem}");
                    }

                    days.AddRange(of);
                    found = null;
                    break;
                default:
                    // Of what stands twice the first counts; an event has one start.
                    found?.TryAdd(name, value);
                    break;
            }
        }

        return isCalendar
            ? (days.ToImmutable(), null)
            : ([], "it is no iCalendar file; such a file begins with BEGIN:VCALENDAR");
    }

    // A line that begins with a space goes on the line before. What stands behind ';' in a name does not matter for days.
    private static IEnumerable<(string Name, string Value)> Lines(string text)
    {
        var unfolded = text.ReplaceLineEndings("\n")
            .Replace("\n ", "", StringComparison.Ordinal)
            .Replace("\n\t", "", StringComparison.Ordinal);
        foreach (var line in unfolded.Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                var name = line[..colon].Split(';')[0].Trim().ToUpperInvariant();
                yield return (name, line[(colon + 1)..].Trim());
            }
        }
    }

    internal static DateOnly? Day(string written) =>
        DateOnly.TryParseExact(written, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
