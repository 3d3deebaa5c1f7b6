using CaseFlow.Engine.Calendars;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
using static CaseFlow.Engine.Cases.CaseEvent;

namespace CaseFlow.Engine.Sla;

/// <summary>Which moves a case makes by itself out of the status that it is in.</summary>
internal static class MoveSchedule
{
    /// <summary>The moves as they should be scheduled; null where they are.</summary>
    public static MovesScheduled? Of(Question asked)
    {
        var (process, current) = (asked.Process, asked.Case);
        if (!process.HasTimedMoves && current.ScheduledMoves.IsEmpty)
        {
            return null;
        }

        var moves = ImmutableArray.CreateBuilder<ScheduledMove>();
        foreach (var transition in process.ExitsOf(current.Status))
        {
            if (transition.After is { } wait)
            {
                var calendar = CalendarOf(asked, wait);
                var move = new ScheduledMove(
                    transition.To,
                    wait.Text,
                    wait.Calendar is null ? null : calendar.Fingerprint,
                    null
                );
                moves.Add(Find(current, move) ?? move with { Due = wait.From(current.StatusSince, calendar) });
            }
        }

        return moves.SequenceEqual(current.ScheduledMoves)
            ? null
            : new MovesScheduled(moves.ToImmutable())
            {
                By = asked.By,
                At = asked.At,
                Definition = asked.Definition,
            };
    }

    private static ScheduledMove? Find(Case current, ScheduledMove move) =>
        current.ScheduledMoves.FirstOrDefault(known => known with { Due = null } == move);

    private static BusinessCalendar CalendarOf(Question asked, Wait wait) =>
        (wait.Calendar is null ? null : asked.Process.FindCalendar(wait.Calendar)) ?? BusinessCalendar.Always;
}
