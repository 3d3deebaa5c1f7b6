using CaseFlow.Engine.Calendars;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
using CaseFlow.Engine.Conditions;
using static CaseFlow.Engine.Cases.CaseEvent;

namespace CaseFlow.Engine.Sla;

/// <summary>
/// What has happened to a case, told to its clocks: one pass after each command, over the case as the command left it. The
/// only place that starts, meets, pauses, resumes, retargets and cancels clocks.
/// </summary>
/// <param name="asked">About the case as it is after the events.</param>
internal sealed class ClockPass(Question asked)
{
    private readonly ImmutableArray<CaseEvent>.Builder told = ImmutableArray.CreateBuilder<CaseEvent>();
    private ConditionFacts? facts;

    /// <summary>What the events mean for the clocks, and which moves the case now makes by itself.</summary>
    public static ImmutableArray<CaseEvent> Over(Question asked, ImmutableArray<CaseEvent> happened)
    {
        var (process, current) = (asked.Process, asked.Case);
        if (process.Kpis.IsEmpty && current.Clocks.IsEmpty && !process.HasTimedMoves && current.ScheduledMoves.IsEmpty)
        {
            return [];
        }

        var pass = new ClockPass(asked);
        foreach (var kpi in process.Kpis)
        {
            pass.Tell(kpi, happened);
        }

        foreach (var clock in current.Clocks)
        {
            if (!process.Kpis.Any(kpi => kpi.Name == clock.Kpi) && clock.IsLive)
            {
                pass.Cancel(clock);
            }
        }

        if (MoveSchedule.Of(asked) is { } moves)
        {
            pass.told.Add(moves);
        }

        return pass.told.DrainToImmutable();
    }

    private void Tell(Kpi kpi, ImmutableArray<CaseEvent> happened)
    {
        var clock = ClockHistory.Find(asked.Case.Clocks, kpi.Name);
        if (clock is not { IsLive: true } && !Starts(kpi.Rules, happened))
        {
            return;
        }

        var rule = RuleFor(kpi);
        ImmutableArray<SlaRule> heard = rule is null ? kpi.Rules : [rule];
        foreach (var one in happened)
        {
            if (clock is { IsLive: true } && Any(heard, rule => rule.MetBy, one))
            {
                Add(
                    new ClockMet(kpi.Name, CountedBy(clock))
                    {
                        By = asked.By,
                        At = asked.At,
                        Definition = asked.Definition,
                    },
                    ref clock
                );
            }

            if (clock is not { IsLive: true } && Any(heard, rule => rule.Starts, one))
            {
                Start(kpi, rule, ref clock);
            }
        }

        if (clock is { IsLive: true })
        {
            Follow(clock, rule);
        }
    }

    private void Start(Kpi kpi, SlaRule? rule, ref Clock? clock)
    {
        var target = rule is null ? null : TargetOf(rule);
        var isPaused = rule is not null && Pauses(rule);
        var due = target is null || isPaused ? ClockDue.None : Due(target, counted: 0, warned: 0);
        Add(
            new ClockStarted(kpi.Name, target, isPaused, due)
            {
                By = asked.By,
                At = asked.At,
                Definition = asked.Definition,
            },
            ref clock
        );
    }

    /// <summary>Brings a clock that goes on to what holds now.</summary>
    private void Follow(Clock clock, SlaRule? rule)
    {
        if (rule is null)
        {
            if (clock.State != ClockState.NotApplicable)
            {
                Cancel(clock);
            }

            return;
        }

        var (target, isPaused, counted) = (TargetOf(rule), Pauses(rule), CountedBy(clock));
        if (clock.State == ClockState.NotApplicable || clock.Target != target)
        {
            var warned = WarningsGiven(clock, target, counted);
            told.Add(
                new ClockRetargeted(
                    clock.Kpi,
                    target,
                    counted,
                    isPaused,
                    warned,
                    isPaused ? ClockDue.None : Due(target, counted, warned)
                )
                {
                    By = asked.By,
                    At = asked.At,
                    Definition = asked.Definition,
                }
            );
        }
        else if (isPaused && clock.State == ClockState.Running)
        {
            told.Add(
                new ClockPaused(clock.Kpi, counted)
                {
                    By = asked.By,
                    At = asked.At,
                    Definition = asked.Definition,
                }
            );
        }
        else if (!isPaused && clock.State == ClockState.Paused)
        {
            told.Add(
                new ClockResumed(clock.Kpi, Due(target, counted, clock.Warned))
                {
                    By = asked.By,
                    At = asked.At,
                    Definition = asked.Definition,
                }
            );
        }
    }

    private void Cancel(Clock clock)
    {
        if (clock.State != ClockState.NotApplicable)
        {
            told.Add(
                new ClockCancelled(clock.Kpi, CountedBy(clock))
                {
                    By = asked.By,
                    At = asked.At,
                    Definition = asked.Definition,
                }
            );
        }
    }

    private void Add<T>(T happened, ref Clock? clock)
        where T : CaseEvent, IClockEvent
    {
        told.Add(happened);
        clock = ClockHistory.Evolve(clock is null ? [] : [clock], happened)[0];
    }

    // A warning that was given is not given again for a target that is passed already.
    private static int WarningsGiven(Clock clock, ClockTarget target, long counted) =>
        clock.Warned == 0 ? 0 : target.WarnAfter.Count(seconds => seconds <= counted);

    private static bool Starts(ImmutableArray<SlaRule> rules, ImmutableArray<CaseEvent> happened)
    {
        foreach (var one in happened)
        {
            if (Any(rules, rule => rule.Starts, one))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Any(
        ImmutableArray<SlaRule> rules,
        Func<SlaRule, ImmutableArray<EventPattern>> patterns,
        CaseEvent happened
    )
    {
        foreach (var rule in rules)
        {
            foreach (var pattern in patterns(rule))
            {
                if (pattern.Matches(happened))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The rule that applies now; none does while the case is closed.</summary>
    private SlaRule? RuleFor(Kpi kpi)
    {
        if (asked.Case.State != CaseState.Active)
        {
            return null;
        }

        foreach (var rule in kpi.Rules)
        {
            if (Hold(rule.When))
            {
                return rule;
            }
        }

        return null;
    }

    private bool Pauses(SlaRule rule) =>
        rule.Pauses is { } conditions
            ? !conditions.IsEmpty && Hold(conditions)
            : asked.Process.FindStatus(asked.Case.Status) is { PausesSla: true };

    private bool Hold(ImmutableArray<Condition> conditions)
    {
        foreach (var condition in conditions)
        {
            if (!condition.Holds(facts ??= asked.FactsOver(asked.Case)))
            {
                return false;
            }
        }

        return true;
    }

    private ClockTarget TargetOf(SlaRule rule) =>
        new(
            rule.Name,
            rule.Calendar,
            rule.Calendar is null ? null : asked.Process.FindCalendar(rule.Calendar)?.Fingerprint,
            rule.WarnAfter,
            rule.FailAfter
        );

    private ClockDue Due(ClockTarget target, long counted, int warned) =>
        ClockDues.Of(target, CalendarOf(target), asked.At, counted, warned);

    private long CountedBy(Clock clock) =>
        clock.State == ClockState.Running
            ? clock.Counted + CalendarOf(clock.Target!).OpenBetween(clock.Since, asked.At)
            : clock.Counted;

    private BusinessCalendar CalendarOf(ClockTarget target) => ClockDues.Calendar(asked.Process, asked.Told, target);
}
