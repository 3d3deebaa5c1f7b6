using System.Diagnostics;
using CaseFlow.Engine.Cases;
using static CaseFlow.Engine.Cases.CaseEvent;

namespace CaseFlow.Engine.Sla;

/// <summary>What each event makes of the clocks before it.</summary>
internal static class ClockHistory
{
    public static ImmutableArray<Clock> Evolve(ImmutableArray<Clock> clocks, IClockEvent happened)
    {
        var index = IndexOf(clocks, happened.Kpi);
        if (happened is ClockStarted started)
        {
            var clock = Start(started);
            return index < 0 ? clocks.Add(clock) : clocks.SetItem(index, clock);
        }

        return index >= 0
            ? clocks.SetItem(index, Evolve(clocks[index], happened))
            : throw new UnreachableException($"{happened.GetType().Name} of '{happened.Kpi}', which never started.");
    }

    public static Clock? Find(ImmutableArray<Clock> clocks, string kpi) =>
        IndexOf(clocks, kpi) is var index && index >= 0 ? clocks[index] : null;

    /// <summary>Clocks know no fractions of a second, so that what they count adds up.</summary>
    public static DateTimeOffset Second(DateTimeOffset at) =>
        DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());

    private static Clock Start(ClockStarted started) =>
        new()
        {
            Kpi = started.Kpi,
            State = Counting(started.Target, started.IsPaused),
            Target = started.Target,
            Definition = started.Definition,
            StartedAt = Second(started.At),
            Since = Second(started.At),
            Due = started.Due,
        };

    private static Clock Evolve(Clock clock, IClockEvent happened) =>
        happened switch
        {
            ClockRetargeted to => clock with
            {
                State = Counting(to.Target, to.IsPaused),
                Target = to.Target,
                Definition = to.Definition,
                Since = Second(to.At),
                Counted = to.Counted,
                Warned = to.Warned,
                Due = to.Due,
            },
            ClockCancelled cancelled => Stand(clock, ClockState.NotApplicable, cancelled.At, cancelled.Counted),
            ClockPaused paused => Stand(clock, ClockState.Paused, paused.At, paused.Counted),
            ClockResumed resumed => Stand(clock, ClockState.Running, resumed.At, clock.Counted) with
            {
                Due = resumed.Due,
            },
            ClockWarned warned => clock with { Warned = clock.Warned + 1, Due = warned.Due },
            ClockMet met => Stand(clock, ClockState.Met, met.At, met.Counted) with { EndedAt = Second(met.At) },
            ClockFailed failed => Stand(clock, ClockState.Failed, failed.DueAt, clock.Target!.FailAfter) with
            {
                EndedAt = failed.DueAt,
            },
            _ => throw new UnreachableException($"Nothing comes of {happened.GetType().Name}."),
        };

    private static ClockState Counting(ClockTarget? target, bool isPaused) =>
        target is null ? ClockState.NotApplicable
        : isPaused ? ClockState.Paused
        : ClockState.Running;

    private static Clock Stand(Clock clock, ClockState state, DateTimeOffset since, long counted) =>
        clock with
        {
            State = state,
            Since = Second(since),
            Counted = counted,
            Due = ClockDue.None,
        };

    private static int IndexOf(ImmutableArray<Clock> clocks, string kpi)
    {
        for (var index = 0; index < clocks.Length; index++)
        {
            if (clocks[index].Kpi == kpi)
            {
                return index;
            }
        }

        return -1;
    }
}
