using CaseFlow.Engine.Calendars;

namespace CaseFlow.Engine.Sla;

/// <summary>How long something waits: all time, the open time of a calendar, or its open days.</summary>
/// <param name="Text">As the definition says it, such as <c>10 business days</c>.</param>
/// <param name="Count">Seconds, or open days.</param>
/// <param name="Calendar">The calendar of open time or days; null where all time counts.</param>
public sealed record Wait(string Text, long Count, bool IsDays, string? Calendar)
{
    /// <summary>The end of the wait.</summary>
    /// <param name="by">The calendar that it names.</param>
    public DateTimeOffset From(DateTimeOffset start, BusinessCalendar by) =>
        IsDays ? by.AfterOpenDays(start, (int)Count) : by.After(start, Count);
}
