namespace CaseFlow.Engine.Sla;

/// <summary>One KPI of a case: one clock through all pauses and changes of its target. Whole seconds.</summary>
public sealed record Clock
{
    public required string Kpi { get; init; }

    public required ClockState State { get; init; }

    /// <summary>Null before any rule has applied.</summary>
    public required ClockTarget? Target { get; init; }

    /// <summary>The hash of the definition by whose calendar it counts.</summary>
    public required string Definition { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Since when it is in this state with this target.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Seconds that counted before <see cref="Since"/>.</summary>
    public long Counted { get; init; }

    /// <summary>How many warnings were given.</summary>
    public int Warned { get; init; }

    public ClockDue Due { get; init; } = ClockDue.None;

    /// <summary>When it was met or failed.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether anything can still happen to it.</summary>
    public bool IsLive => State is ClockState.Running or ClockState.Paused or ClockState.NotApplicable;

    /// <summary>When it must be looked at next; null where time alone changes nothing.</summary>
    public DateTimeOffset? NextDue =>
        State != ClockState.Running ? null
        : Due.Warn is { } warn && warn < Due.Fail ? warn
        : Due.Fail;
}
