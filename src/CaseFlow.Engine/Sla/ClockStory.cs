namespace CaseFlow.Engine.Sla;

/// <summary>A clock from its start to its end, or to now, explained: every second of it is in one interval.</summary>
/// <param name="Run">Which run of its KPI it is, from 1.</param>
/// <param name="Rule">The rule that it runs or ran by; null where none has applied yet.</param>
/// <param name="Entitlement">That of the case, as it is or was at the clock's end; null for none.</param>
public sealed record ClockStory(
    Clock Clock,
    int Run,
    SlaRule? Rule,
    Guid? Entitlement,
    ImmutableArray<ClockInterval> Intervals
)
{
    /// <summary>Seconds of one kind.</summary>
    public long this[ClockTime kind] =>
        Intervals.Where(interval => interval.Kind == kind).Sum(interval => interval.Seconds);

    /// <summary>Seconds that may still count before it fails; null where no rule applies or it has ended.</summary>
    public long? Remaining =>
        Clock is { State: ClockState.Running or ClockState.Paused, Target: { } target }
            ? Math.Max(target.FailAfter - this[ClockTime.Counting], 0)
            : null;
}
