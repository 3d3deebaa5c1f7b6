using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Sla;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;

namespace CaseFlow.Engine.Tests.Sla;

public sealed class ClockTests
{
    private static readonly ClockSpec Office = ClockSpec.Of(
        """
        sla:
          - kpi: K
            rule: Urgent
            when: case.fields.level == 'high'
            calendar: office
            starts: case.created
            met-by: case.resolved
            warn-after: [30m, 1h]
            fail-after: 2h
          - kpi: K
            rule: Night
            when: case.fields.level == 'night'
            calendar: night
            starts: case.created
            met-by: case.resolved
            fail-after: 2h
          - kpi: K
            rule: Normal
            when: case.fields.level != 'none'
            calendar: office
            starts: case.created
            met-by: case.resolved
            warn-after: 50%
            fail-after: 8h
        """
    );

    private static readonly ClockSpec Simple = ClockSpec.Of(
        """
        sla:
          - { kpi: K, starts: [case.created, case.reactivated], met-by: case.resolved, warn-after: 1h, fail-after: 2h }
        """
    );

    [Fact]
    public void A_clock_starts_with_its_event_and_knows_when_it_is_due() =>
        Office
            .At("2026-03-02T10:00:00.5", Create())
            .Then(ClockState.Running, 0)
            .ThenDue("2026-03-02T15:00:00", "2026-03-03T10:00:00")
            .ThenEvents("Opened", "ClockStarted");

    [Fact]
    public void It_is_met_by_its_event_and_says_what_it_took() =>
        Office
            .At("2026-03-02T10:00:00", Create())
            .At("2026-03-02T13:30:10", Resolve())
            .Then(ClockState.Met, (2 * 3_600) + 1_810)
            .ThenDue(null, null);

    [Fact]
    public void Waiting_for_somebody_else_pauses_it_and_it_stays_one_clock() =>
        Office
            .At("2026-03-02T10:00:00", Create())
            .At("2026-03-02T10:30:00", Status("waiting"))
            .Then(ClockState.Paused, 1_800)
            .ThenDue(null, null)
            .At("2026-03-05T08:00:00", Status("open"))
            .Then(ClockState.Running, 1_800)
            .ThenDue("2026-03-05T12:30:00", "2026-03-05T16:30:00")
            .ThenEvents("Opened", "ClockStarted", "StatusMoved", "ClockPaused", "StatusMoved", "ClockResumed");

    [Fact]
    public void It_warns_and_fails_when_it_is_due_however_late_the_bell_is() =>
        Simple
            .At("2026-03-02T10:00:00", Create())
            .Ring("2026-03-02T10:59:59")
            .ThenEvents("Opened", "ClockStarted")
            .Ring("2026-03-02T11:00:03")
            .Ring("2026-03-02T11:00:04")
            .ThenEvents("Opened", "ClockStarted", "ClockWarned")
            .Ring("2026-03-02T18:00:00")
            .Then(ClockState.Failed, 7_200)
            .ThenEvents("Opened", "ClockStarted", "ClockWarned", "ClockFailed");

    [Fact]
    public void What_comes_too_late_does_not_meet_it_even_where_the_bell_has_not_rung() =>
        Simple
            .At("2026-03-02T10:00:00", Create())
            .At("2026-03-02T12:00:00", Resolve())
            .Then(ClockState.Failed, 7_200)
            .ThenEvents("Opened", "ClockStarted", "ClockWarned", "ClockFailed", "Resolved");

    [Fact]
    public void A_second_before_it_is_due_is_in_time() =>
        Simple.At("2026-03-02T10:00:00", Create()).At("2026-03-02T11:59:59.9", Resolve()).Then(ClockState.Met, 7_199);

    [Fact]
    public void Another_rule_takes_over_what_was_counted() =>
        Office
            .At("2026-03-02T10:00:00", Create())
            .At("2026-03-02T10:45:00", Edit(("level", Text("high"))))
            .Then(ClockState.Running, 2_700)
            .ThenDue("2026-03-02T11:00:00", "2026-03-02T13:00:00");

    [Fact]
    public void A_target_that_is_passed_already_fails_at_once() =>
        Office
            .At("2026-03-02T08:00:00", Create())
            .At("2026-03-02T14:00:00", Edit(("level", Text("high"))))
            .Then(ClockState.Failed, 7_200)
            .ThenEvents("Opened", "ClockStarted", "ClockWarned", "Edited", "ClockRetargeted", "ClockFailed");

    [Fact]
    public void A_warning_that_was_given_is_not_given_again_for_another_target() =>
        Office
            .At("2026-03-02T08:00:00", Create(fields: ("level", Text("high"))))
            .Ring("2026-03-02T08:30:00")
            .At("2026-03-02T08:40:00", Edit(("level", Text("low"))))
            .At("2026-03-02T08:45:00", Edit(("level", Text("high"))))
            .ThenDue("2026-03-02T09:00:00", "2026-03-02T10:00:00");

    [Fact]
    public void Where_no_rule_applies_nothing_counts_until_one_does() =>
        Office
            .At("2026-03-02T08:00:00", Create(fields: ("level", Text("none"))))
            .Then(ClockState.NotApplicable, 0)
            .At("2026-03-02T09:00:00", Edit(("level", Text("low"))))
            .Then(ClockState.Running, 0)
            .At("2026-03-02T10:00:00", Edit(("level", Text("none"))))
            .Then(ClockState.NotApplicable, 3_600)
            .At("2026-03-03T08:00:00", Edit(("level", Text("low"))))
            .Then(ClockState.Running, 3_600)
            .ThenDue("2026-03-03T11:00:00", "2026-03-03T16:00:00");

    [Fact]
    public void A_clock_that_stands_by_is_met_all_the_same() =>
        Office
            .At("2026-03-02T08:00:00", Create(fields: ("level", Text("none"))))
            .At("2026-03-02T09:00:00", Resolve())
            .Then(ClockState.Met, 0);

    [Fact]
    public void Giving_a_case_up_cancels_its_clocks_and_taking_it_up_again_goes_on() =>
        ClockSpec
            .Of("sla: [{ kpi: K, starts: case.created, met-by: case.resolved, fail-after: 2h }]")
            .At("2026-03-02T10:00:00", Create())
            .At("2026-03-02T11:00:00", Cancel())
            .Then(ClockState.NotApplicable, 3_600)
            .At("2026-03-09T11:00:00", Reactivate())
            .Then(ClockState.Running, 3_600)
            .ThenDue(null, "2026-03-09T12:00:00");

    [Fact]
    public void A_clock_that_has_ended_starts_anew_with_its_event() =>
        Simple
            .At("2026-03-02T10:00:00", Create())
            .At("2026-03-02T11:30:00", Resolve())
            .Then(ClockState.Met, 5_400)
            .At("2026-03-03T10:00:00", Reactivate())
            .Then(ClockState.Running, 0)
            .ThenDue("2026-03-03T11:00:00", "2026-03-03T12:00:00");

    [Fact]
    public void One_event_can_meet_a_clock_and_start_it_anew() =>
        ClockSpec
            .Of(
                """
                sla: [{ kpi: K, starts: [case.created, case.edited], met-by: case.edited, fail-after: 2h }]
                """
            )
            .At("2026-03-02T10:00:00", Create())
            .At("2026-03-02T11:00:00", Edit(("title", Text("News"))))
            .Then(ClockState.Running, 0)
            .ThenDue(null, "2026-03-02T13:00:00")
            .ThenEvents("Opened", "ClockStarted", "Edited", "ClockMet", "ClockStarted");

    [Fact]
    public void Events_are_told_apart_by_their_own_fields() =>
        ClockSpec
            .Of(
                """
                sla:
                  - kpi: K
                    starts: case.status-moved(to == 'asleep')
                    met-by: case.edited('robot' in fields)
                    fail-after: 2h
                """
            )
            .At("2026-03-02T10:00:00", Create())
            .At("2026-03-02T10:10:00", Status("waiting"))
            .At("2026-03-02T10:20:00", Status("asleep"))
            .At("2026-03-02T10:30:00", Edit(("title", Text("News"))))
            .Then(ClockState.Running, 0)
            .At("2026-03-02T10:40:00", Edit(("robot", new FieldValue.Boolean(true))))
            .Then(ClockState.Met, 1_200);

    [Theory]
    [InlineData("never", "waiting", ClockState.Running)]
    [InlineData("[case.status == 'asleep']", "waiting", ClockState.Running)]
    [InlineData("[case.status == 'asleep']", "asleep", ClockState.Paused)]
    [InlineData("[case.status == 'asleep', has(case.worker)]", "asleep", ClockState.Running)]
    public void A_rule_can_say_itself_what_pauses_it(string pauses, string status, ClockState state) =>
        ClockSpec
            .Of(
                $"""
                sla:
                  - kpi: K
                    starts: case.created
                    met-by: case.resolved
                    fail-after: 2h
                    pauses: {pauses}
                """
            )
            .At("2026-03-02T10:00:00", Create())
            .At("2026-03-02T10:10:00", Status(status))
            .Then(state, state == ClockState.Paused ? 600 : 0);

    [Fact]
    public void A_newer_version_counts_on_by_its_own_calendar_from_when_it_is_noticed()
    {
        const string rule =
            "sla: [{ kpi: K, calendar: office, starts: case.created, met-by: case.resolved, fail-after: 4h }]";
        var older = ClockSpec.Of(rule, office: """{ time-zone: UTC, hours: "Mon-Fri 08:00-12:00" }""");
        var newer = ClockSpec.Of(rule, office: """{ time-zone: UTC, hours: "Mon-Fri 10:00-18:00" }""");
        var open = older.At("2026-03-02T09:00:00", Create());

        var told = open.Told with
        {
            Calendars = open.Told.Calendars.Add(
                older.Process.FindCalendar("office")!.Fingerprint,
                older.Process.FindCalendar("office")!
            ),
        };
        var noticed = (open.Under(newer) with { Told = told }).Ring("2026-03-02T11:00:00");

        noticed.Then(ClockState.Running, 7_200).ThenDue(null, "2026-03-02T13:00:00");
        noticed.Ring("2026-03-02T11:00:01").ThenEvents("Opened", "ClockStarted", "ClockRetargeted");
        var story = noticed.Story("2026-03-02T12:30:00", older);
        Assert.Equal(
            [(7_200L, older.Process.Hash), (5_400L, newer.Process.Hash)],
            story.Intervals.Select(interval => (interval.Seconds, interval.Definition))
        );
    }

    [Fact]
    public void A_kpi_that_a_newer_version_drops_is_cancelled() =>
        Simple
            .At("2026-03-02T10:00:00", Create())
            .Under(ClockSpec.Of(""))
            .Ring("2026-03-02T10:30:00")
            .Then(ClockState.NotApplicable, 1_800);

    [Fact]
    public void A_process_without_clocks_has_none() =>
        Assert.Empty(
            ClockSpec.Of("").At("2026-03-02T10:00:00", Create()).At("2026-03-02T11:00:00", Resolve()).Case!.Clocks
        );
}
