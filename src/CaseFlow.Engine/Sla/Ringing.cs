using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
using CaseFlow.Engine.Processes;
using static CaseFlow.Engine.Cases.CaseEvent;

namespace CaseFlow.Engine.Sla;

/// <summary>
/// What time alone does to a case: warnings, failures and moves that are due, in their order, each with what follows from
/// it. The same at every command as when the bell rings, so that no answer depends on how early the bell was.
/// </summary>
internal static class Ringing
{
    /// <summary>Who does what a case does by itself.</summary>
    public static readonly Actor Itself = new("caseflow", Role.Automation);

    // More than any definition can make due at one moment, as everything that it starts is due later.
    private const int Most = 1_000;

    /// <summary>The case after everything that is due by now, and the events that made it so.</summary>
    public static (Case? Case, ImmutableArray<CaseEvent> Events) Settle(
        CaseProcess process,
        Case? current,
        DateTimeOffset at,
        CaseFacts told
    )
    {
        ImmutableArray<CaseEvent> all = [];
        for (var round = 0; round < Most && current is not null && NextDue(current, at) is { } due; round++)
        {
            var asked = new Question(process, current, new CaseCommand.Ring { By = Itself, At = at }, told);
            var events = due switch
            {
                { Clock: { } clock } => RingClock(asked, clock),
                { Move: { } move } => [.. ScheduledMoves.Make(asked, move)],
                _ => [],
            };
            current = events.Aggregate(current, CaseHistory.Evolve);
            all = all.AddRange(events);
        }

        return (current, all);
    }

    /// <summary>The events of a command, and what they mean: for the clocks, and at once where that is due already.</summary>
    public static ImmutableArray<CaseEvent> Follow(
        CaseProcess process,
        Case? before,
        CaseCommand command,
        CaseFacts told,
        ImmutableArray<CaseEvent> events
    )
    {
        // A new version can mean other targets without anything having happened; the bell finds that out.
        if (events.IsEmpty && command is not CaseCommand.Ring)
        {
            return events;
        }

        var after = events.Aggregate(before, CaseHistory.Evolve)!;
        var clocks = ClockPass.Over(new Question(process, after, command, told), events);
        if (clocks.IsEmpty)
        {
            return events;
        }

        return
        [
            .. events,
            .. clocks,
            .. Settle(process, clocks.Aggregate(after, CaseHistory.Evolve), command.At, told).Events,
        ];
    }

    private static DueNow? NextDue(Case current, DateTimeOffset at)
    {
        DueNow? next = null;
        foreach (var clock in current.Clocks)
        {
            if (clock.NextDue is { } due && due <= at && (next is null || due < next.At))
            {
                next = new DueNow(due, clock, null);
            }
        }

        foreach (var move in current.ScheduledMoves)
        {
            if (move.Due is { } due && due <= at && (next is null || due < next.At))
            {
                next = new DueNow(due, null, move);
            }
        }

        return next;
    }

    private static ImmutableArray<CaseEvent> RingClock(Question asked, Clock clock)
    {
        var rule = asked
            .Process.Kpis.FirstOrDefault(kpi => kpi.Name == clock.Kpi)
            ?.Rules.FirstOrDefault(rule => rule.Name == clock.Target!.Rule);
        return clock.Due.Warn is { } warn && warn < clock.Due.Fail
            ? Acting.After(asked, Warned(asked, clock, warn), rule?.OnWarn ?? [], $"{clock.Kpi}: warning")
            : Acting.After(
                asked,
                new ClockFailed(clock.Kpi, clock.Due.Fail!.Value)
                {
                    By = asked.By,
                    At = asked.At,
                    Definition = asked.Definition,
                },
                rule?.OnFail ?? [],
                $"{clock.Kpi}: failed"
            );
    }

    private static ClockWarned Warned(Question asked, Clock clock, DateTimeOffset due)
    {
        var target = clock.Target!;
        var next = ClockDues.Of(
            target,
            ClockDues.Calendar(asked.Process, asked.Told, target),
            clock.Since,
            clock.Counted,
            clock.Warned + 1
        );
        return new ClockWarned(clock.Kpi, due, next)
        {
            By = asked.By,
            At = asked.At,
            Definition = asked.Definition,
        };
    }

    private sealed record DueNow(DateTimeOffset At, Clock? Clock, ScheduledMove? Move);
}
