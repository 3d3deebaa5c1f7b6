namespace CaseFlow.Workflows.Running.Scheduling;

/// <summary>Moments that timers are due at.</summary>
internal static class Times
{
    /// <summary>As long after as is said, and not beyond the end of the calendar.</summary>
    public static DateTimeOffset After(DateTimeOffset now, object? span)
    {
        var wait = span is TimeSpan given && given > TimeSpan.Zero ? given : TimeSpan.Zero;
        return wait > DateTimeOffset.MaxValue - now ? DateTimeOffset.MaxValue : now + wait;
    }
}
