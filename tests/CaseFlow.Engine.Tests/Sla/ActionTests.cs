using CaseFlow.Engine.Cases;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;

namespace CaseFlow.Engine.Tests.Sla;

/// <summary>What a case does by itself when a clock warns or fails.</summary>
public sealed class ActionTests
{
    private static readonly ClockSpec Failing = ClockSpec.Of(
        """
        sla:
          - kpi: K
            starts: case.created
            met-by: case.resolved
            warn-after: 1h
            fail-after: 2h
            on-warn: [{ notify: owner }, { notify: team:support }]
            on-fail:
              - queue: outage
              - set: { priority: high }
              - assign: team:ops
              - status: asleep
              - notify: owner
        """
    );

    [Fact]
    public void Actions_become_the_same_events_as_the_commands_of_people()
    {
        var failed = Failing.At("2026-03-02T10:00:00", Create()).Ring("2026-03-02T12:00:00");

        Assert.Equal(
            ("outage", "high", "ops", "asleep"),
            (failed.Case!.Queue, failed.Case.Fields["priority"]?.ToString(), failed.Case.Team, failed.Case.Status)
        );
        Assert.All(failed.History.Skip(2), happened => Assert.Equal("caseflow", happened.By));
    }

    [Fact]
    public void Somebody_is_told_where_there_is_somebody()
    {
        var warned = Failing
            .At("2026-03-02T10:00:00", Create())
            .At("2026-03-02T10:10:00", Assign("ann"))
            .Ring("2026-03-02T11:00:00");

        Assert.Equal(
            [("user:ann", "K: warning"), ("team:support", "K: warning")],
            warned.History.OfType<CaseEvent.Notified>().Select(told => (told.To, told.Because))
        );
    }

    [Fact]
    public void An_action_that_is_not_possible_is_told_of_and_stops_nothing()
    {
        var warned = Failing.At("2026-03-02T10:00:00", Create()).Ring("2026-03-02T11:00:00");

        var refused = Assert.Single(warned.History.OfType<CaseEvent.ActionRefused>());
        Assert.Equal(("notify: owner", "nobody-to-notify"), (refused.Action, refused.Code));
        Assert.Single(warned.History.OfType<CaseEvent.Notified>());
        Assert.Equal(warned.History, warned.Ring("2026-03-02T11:00:10").History);
    }

    [Fact]
    public void An_action_can_change_what_the_clocks_run_towards()
    {
        var raised = ClockSpec
            .Of(
                """
                sla:
                  - kpi: First
                    starts: case.created
                    met-by: case.picked
                    fail-after: 1h
                    on-fail: [{ set: { priority: high } }]
                  - { kpi: K, rule: High, when: case.priority == 'high', starts: case.created, met-by: case.resolved, fail-after: 2h }
                  - { kpi: K, rule: Low, starts: case.created, met-by: case.resolved, fail-after: 9h }
                """
            )
            .At("2026-03-02T10:00:00", Create())
            .Ring("2026-03-02T11:00:05");

        raised.ThenDue(null, "2026-03-02T12:00:00");
        Assert.Equal("High", raised.Clock().Target!.Rule);
    }
}
