using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Sla;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;

namespace CaseFlow.Engine.Tests.Sla;

/// <summary>Moves that a case makes by itself.</summary>
public sealed class TimedMoveTests
{
    private static readonly ClockSpec Waiting = ClockSpec.Of(
        "",
        """
        transitions:
          - { from: [open, waiting, asleep], to: [open, waiting, asleep, done, dropped] }
          - { from: waiting, to: asleep, after: 2 hours, roles: supervisor, when: case.priority != 'high' }
          - { from: waiting, to: dropped, after: 10 business days, calendar: office }
          - { from: asleep, to: done, after: 8 business hours, calendar: office }
          - { from: dropped, to: open, after: 1 day }

        """
    );

    [Fact]
    public void A_status_with_timed_moves_schedules_them()
    {
        var waiting = Waiting.At("2026-03-02T10:00:00", Create()).At("2026-03-02T11:00:00", Status("waiting"));

        Assert.Equal(
            [
                ("move:asleep:2 hours", ClockSpec.At("2026-03-02T13:00:00")),
                ("move:dropped:10 business days", ClockSpec.At("2026-03-16T12:00:00")),
            ],
            CaseTimers.Of(waiting.Case!).Select(timer => (timer.Key, timer.Due))
        );
    }

    [Fact]
    public void The_case_moves_when_the_time_has_come_and_on_from_there()
    {
        var moved = Waiting
            .At("2026-03-02T10:00:00", Create())
            .At("2026-03-02T10:30:00", Status("waiting"))
            .Ring("2026-03-02T12:29:59");
        Assert.Equal("waiting", moved.Case!.Status);

        moved = moved.Ring("2026-03-02T12:30:00");
        Assert.Equal("asleep", moved.Case!.Status);

        moved = moved.Ring("2026-03-03T12:30:00");
        Assert.Equal(
            ("done", "By itself, after 8 business hours in 'asleep'."),
            (moved.Case!.Status, moved.Case.Resolution?.Text)
        );
        Assert.Empty(CaseTimers.Of(moved.Case));
    }

    [Fact]
    public void Leaving_the_status_earlier_takes_its_moves_off()
    {
        var open = Waiting
            .At("2026-03-02T10:00:00", Create())
            .At("2026-03-02T10:30:00", Status("waiting"))
            .At("2026-03-02T10:40:00", Status("open"));

        Assert.Empty(open.Case!.ScheduledMoves);
        Assert.Equal(open.History, open.Ring("2026-04-02T10:40:00").History);
    }

    [Fact]
    public void A_move_that_is_not_possible_is_told_of_once_and_the_others_stay()
    {
        var refused = Waiting
            .At("2026-03-02T10:00:00", Create(fields: ("priority", Text("high"))))
            .At("2026-03-02T10:30:00", Status("waiting"))
            .Ring("2026-03-02T12:30:00")
            .Ring("2026-03-02T12:31:00");

        var told = Assert.Single(refused.History.OfType<CaseEvent.ActionRefused>());
        Assert.Equal(("status: asleep", "transition-blocked"), (told.Action, told.Code));
        Assert.Equal("waiting", refused.Case!.Status);
        Assert.Equal("move:dropped:10 business days", Assert.Single(CaseTimers.Of(refused.Case)).Key);
    }

    [Fact]
    public void Moves_can_change_the_state_both_ways()
    {
        var dropped = Waiting
            .At("2026-03-02T10:00:00", Create(fields: ("priority", Text("high"))))
            .At("2026-03-02T10:30:00", Status("waiting"))
            .Ring("2026-03-16T12:00:00");
        Assert.Equal(CaseState.Cancelled, dropped.Case!.State);

        Assert.Equal(CaseState.Active, dropped.Ring("2026-03-17T12:00:00").Case!.State);
    }

    [Fact]
    public void A_newer_version_schedules_its_own_moves_and_drops_the_others()
    {
        var newer = ClockSpec.Of(
            "",
            """
            transitions:
              - { from: [open, waiting, asleep], to: [open, waiting, asleep, done, dropped] }
              - { from: waiting, to: asleep, after: 4 hours }

            """
        );

        var noticed = Waiting
            .At("2026-03-02T10:00:00", Create())
            .At("2026-03-02T10:30:00", Status("waiting"))
            .Under(newer)
            .Ring("2026-03-02T11:00:00");

        Assert.Equal(
            ("move:asleep:4 hours", ClockSpec.At("2026-03-02T14:30:00")),
            CaseTimers.Of(noticed.Case!).Select(timer => (timer.Key, timer.Due)).Single()
        );
    }
}
