using CaseFlow.Engine.Calendars;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Sla;

/// <summary>When the warnings and the failure of a clock come due.</summary>
internal static class ClockDues
{
    /// <param name="counted">Seconds that counted up to this moment.</param>
    /// <param name="warned">How many warnings were given.</param>
    public static ClockDue Of(ClockTarget target, BusinessCalendar by, DateTimeOffset from, long counted, int warned) =>
        new(
            warned < target.WarnAfter.Length ? by.After(from, Math.Max(target.WarnAfter[warned] - counted, 0)) : null,
            by.After(from, Math.Max(target.FailAfter - counted, 0))
        );

    /// <summary>The calendar that a clock counts by, also where a newer version says otherwise.</summary>
    public static BusinessCalendar Calendar(CaseProcess process, CaseFacts told, ClockTarget target)
    {
        if (target.Calendar is null)
        {
            return BusinessCalendar.Always;
        }

        var now = process.FindCalendar(target.Calendar);
        return now?.Fingerprint == target.Fingerprint
            ? now!
            : told.Calendars.GetValueOrDefault(target.Fingerprint!) ?? now ?? BusinessCalendar.Always;
    }
}
