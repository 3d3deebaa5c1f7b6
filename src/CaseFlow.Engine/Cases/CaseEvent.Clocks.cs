using System.Text.Json.Serialization;
using CaseFlow.Engine.Sla;

namespace CaseFlow.Engine.Cases;

/// <summary>What happened to the clocks of a case, and what it did by itself. Each says enough to be folded without a calendar.</summary>
[JsonDerivedType(typeof(ClockStarted), "clock-started")]
[JsonDerivedType(typeof(ClockRetargeted), "clock-retargeted")]
[JsonDerivedType(typeof(ClockCancelled), "clock-cancelled")]
[JsonDerivedType(typeof(ClockPaused), "clock-paused")]
[JsonDerivedType(typeof(ClockResumed), "clock-resumed")]
[JsonDerivedType(typeof(ClockWarned), "clock-warned")]
[JsonDerivedType(typeof(ClockMet), "clock-met")]
[JsonDerivedType(typeof(ClockFailed), "clock-failed")]
[JsonDerivedType(typeof(MovesScheduled), "moves-scheduled")]
[JsonDerivedType(typeof(Notified), "notified")]
[JsonDerivedType(typeof(ActionRefused), "action-refused")]
public abstract partial record CaseEvent
{
    /// <param name="Target">Null where no rule applies yet: the clock stands by.</param>
    /// <param name="IsPaused">It starts while the case waits for somebody else.</param>
    public sealed record ClockStarted(string Kpi, ClockTarget? Target, bool IsPaused, ClockDue Due)
        : CaseEvent,
            IClockEvent;

    /// <summary>Another rule applies, or its target or calendar has changed. What was counted so far is kept.</summary>
    /// <param name="Warned">How many of the rule's warnings count as given.</param>
    public sealed record ClockRetargeted(
        string Kpi,
        ClockTarget Target,
        long Counted,
        bool IsPaused,
        int Warned,
        ClockDue Due
    ) : CaseEvent, IClockEvent;

    /// <summary>No rule applies any more, or the case was closed without meeting it. It goes on if a rule applies again.</summary>
    public sealed record ClockCancelled(string Kpi, long Counted) : CaseEvent, IClockEvent;

    public sealed record ClockPaused(string Kpi, long Counted) : CaseEvent, IClockEvent;

    public sealed record ClockResumed(string Kpi, ClockDue Due) : CaseEvent, IClockEvent;

    /// <param name="DueAt">When the time was up; the event itself is written when it is noticed.</param>
    /// <param name="Due">What is due next.</param>
    public sealed record ClockWarned(string Kpi, DateTimeOffset DueAt, ClockDue Due) : CaseEvent, IClockEvent;

    public sealed record ClockMet(string Kpi, long Counted) : CaseEvent, IClockEvent;

    /// <param name="DueAt">When the time was up; the event itself is written when it is noticed.</param>
    public sealed record ClockFailed(string Kpi, DateTimeOffset DueAt) : CaseEvent, IClockEvent;

    /// <summary>The moves that the case makes by itself out of its status, all of them.</summary>
    public sealed record MovesScheduled(ImmutableArray<ScheduledMove> Moves) : CaseEvent;

    /// <summary>Somebody was told; whoever follows the cases carries it to him.</summary>
    /// <param name="To">As <c>user:ann</c> or <c>team:support</c>.</param>
    /// <param name="Because">What it is about, such as <c>First response: failed</c>.</param>
    public sealed record Notified(string To, string Because) : CaseEvent;

    /// <summary>Something that the case should have done by itself was not possible. It is not tried again.</summary>
    /// <param name="Action">As the definition says it, such as <c>queue: outage</c>.</param>
    public sealed record ActionRefused(string Action, string Because, string Code, string Reason) : CaseEvent;
}

/// <summary>Something that happened to the clock of a KPI.</summary>
public interface IClockEvent
{
    string Kpi { get; }

    DateTimeOffset At { get; }

    string Definition { get; }
}
