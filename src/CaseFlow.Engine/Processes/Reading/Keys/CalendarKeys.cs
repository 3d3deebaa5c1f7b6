namespace CaseFlow.Engine.Processes.Reading.Keys;

/// <summary>The keys of a calendar.</summary>
internal static class CalendarKeys
{
    public static readonly Key TimeZone = new(
        "time-zone",
        Shape.AnyText,
        "Where the wall clock hangs, as the time zone database calls it, such as Europe/Paris."
    )
    {
        Required = true,
    };

    public static readonly Key Hours = new(
        "hours",
        new Shape.OneOrMany(Shape.AnyText),
        "When it is open: \"Mon-Fri 09:00-12:00, 13:00-18:00; Sat 09:00-12:00\"."
    )
    {
        Required = true,
    };

    public static readonly Key Holidays = new(
        "holidays",
        new Shape.OneOrMany(
            new Shape.Text
            {
                Pattern = "^([0-9]{4}-)?[0-9]{2}-[0-9]{2}( *\\.\\. *([0-9]{4}-)?[0-9]{2}-[0-9]{2})?$",
                Form = "a day such as 2026-12-25, days such as 2026-12-24..2026-12-26, or 12-25 for each year",
                Code = ProblemCodes.Holiday,
            }
        ),
        "Days on which it is closed from midnight to midnight: 2026-12-25, 2026-12-24..2026-12-26, or 12-25 for each year."
    );

    public static readonly Key HolidayFiles = new(
        "holiday-files",
        new Shape.OneOrMany(
            new Shape.Text
            {
                Pattern = "^[A-Za-z0-9_][A-Za-z0-9_.-]*\\.ics$",
                Form = "the name of an .ics file beside the definition",
                Code = ProblemCodes.CalendarFile,
            }
        ),
        "Files of holidays beside the definition, as calendars are exported: holidays.ics."
    );

    public static readonly Section Section = new("calendar", [TimeZone, Hours, Holidays, HolidayFiles]);
}
