using CaseFlow.Engine.Automation;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
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

    /// <summary>Everything that is due by now, each with what the rules of the process make of it.</summary>
    public static Unfolded Settle(Unfolded so, DateTimeOffset at)
    {
        for (var round = 0; round < Most && so.Case is { } current && NextDue(current, at) is { } due; round++)
        {
            var ring = new CaseCommand.Ring { By = Itself, At = at };
            var from = so.Events.Length;
            so = due switch
            {
                { Clock: { } clock } => RingClock(so, ring, clock),
                { Move: { } move } => ScheduledMoves.Make(so, ring, move),
                _ => so,
            };
            so = AutomationPass.Over(so, from, ring);
        }

        return so;
    }

    /// <summary>
    /// The answer to a command, and what it means: for the clocks, for the rules of the process, and at once where something
    /// is due by it already.
    /// </summary>
    public static Unfolded Follow(Unfolded before, CaseCommand command, Decision.Accepted answer)
    {
        // A new version can mean other targets without anything having happened; the bell finds that out.
        if (answer is { Events: [], Along: [] } && command is not CaseCommand.Ring)
        {
            return before;
        }

        var (from, events) = (before.Events.Length, answer.Events);
        var after = before.With(events, answer.Along);
        after = after.With(ClockPass.Over(after.Ask(command), events));
        after = AutomationPass.Over(after, from, command);
        return after.Events.Length == from + events.Length && command is not CaseCommand.Undo
            ? after
            : Settle(after, command.At);
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

    private static Unfolded RingClock(Unfolded so, CaseCommand ring, Clock clock)
    {
        var asked = so.Ask(ring);
        var rule = asked
            .Process.Kpis.FirstOrDefault(kpi => kpi.Name == clock.Kpi)
            ?.Rules.FirstOrDefault(rule => rule.Name == clock.Target!.Rule);
        return clock.Due.Warn is { } warn && warn < clock.Due.Fail
            ? Acting.After(so, ring, Warned(asked, clock, warn), rule?.OnWarn ?? [], $"{clock.Kpi}: warning")
            : Acting.After(
                so,
                ring,
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
