using CaseFlow.Host.Shell;
using Microsoft.AspNetCore.Mvc;

namespace CaseFlow.Host.Reports;

/// <summary>Which cases a report counts, and over which days.</summary>
/// <param name="Process">Of one process; all where it is left out.</param>
/// <param name="Queue">In one queue.</param>
/// <param name="From">The first day; thirty days before the last one where it is left out.</param>
/// <param name="To">The last day; today where it is left out.</param>
/// <param name="Zone">Whose days, as <c>Europe/Paris</c>; UTC where it is left out.</param>
internal sealed record ReportFilter(
    [FromQuery] string? Process = null,
    [FromQuery] string? Queue = null,
    [FromQuery] DateOnly? From = null,
    [FromQuery] DateOnly? To = null,
    [FromQuery] string? Zone = null
)
{
    private const int MostDays = 366;
    private const int UsualDays = 30;

    public (ReportPeriod? Period, ApiProblem? Problem) Read(DateTimeOffset now)
    {
        var zone = TimeZoneInfo.Utc;
        if (Zone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out zone))
        {
            return (null, ApiProblem.Malformed("'zone' is a time zone such as Europe/Paris."));
        }

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var to = To ?? today;
        var from = From ?? (to.DayNumber < UsualDays ? DateOnly.MinValue : to.AddDays(1 - UsualDays));
        return from > to ? (null, ApiProblem.Malformed("'from' is not after 'to'."))
            : to.DayNumber - from.DayNumber >= MostDays
                ? (null, ApiProblem.Malformed($"A report covers at most {MostDays} days."))
            : to == DateOnly.MaxValue ? (null, ApiProblem.Malformed("'to' is too late."))
            : (new(from, to, zone), null);
    }
}

/// <summary>Days, the first and the last one included, as they begin and end somewhere.</summary>
internal sealed record ReportPeriod(DateOnly From, DateOnly To, TimeZoneInfo Zone)
{
    public DateTimeOffset Begins => BeginOf(From);

    public DateTimeOffset Ends => BeginOf(To.AddDays(1));

    public IEnumerable<DateOnly> Days =>
        Enumerable.Range(From.DayNumber, To.DayNumber - From.DayNumber + 1).Select(DateOnly.FromDayNumber);

    /// <summary>A day begins when its clocks show midnight, or, where they skip that, with the first moment that they show.</summary>
    public DateTimeOffset BeginOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (Zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(15);
        }

        var offset = Zone.IsAmbiguousTime(midnight)
            ? Zone.GetAmbiguousTimeOffsets(midnight).Max()
            : Zone.GetUtcOffset(midnight);
        return midnight < DateTime.MinValue + offset
            ? DateTimeOffset.MinValue
            : new DateTimeOffset(midnight, offset).ToUniversalTime();
    }

    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);
}
