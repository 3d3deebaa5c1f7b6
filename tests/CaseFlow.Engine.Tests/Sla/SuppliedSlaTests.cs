using CaseFlow.Engine.Entitlements;
using CaseFlow.Engine.Sla;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;
using static CaseFlow.Engine.Tests.Entitlements.Contracts;

namespace CaseFlow.Engine.Tests.Sla;

/// <summary>An SLA is chosen by a condition, else supplied by the entitlement, else it is the default.</summary>
public sealed class SuppliedSlaTests
{
    private static readonly ClockSpec Desk = ClockSpec.Of(
        """
        sla:
          - { kpi: K, rule: Urgent, when: case.fields.level == 'high', starts: case.created, met-by: case.resolved, fail-after: 1h }
          - { kpi: K, rule: Night, sla: Gold, when: case.fields.level == 'night', starts: case.created, met-by: case.resolved, fail-after: 3h }
          - { kpi: K, sla: Gold, starts: case.created, met-by: case.resolved, fail-after: 2h }
          - { kpi: K, sla: It's "silver" \\, starts: case.created, met-by: case.resolved, fail-after: 4h }
          - { kpi: K, rule: Everybody, starts: case.created, met-by: case.resolved, fail-after: 8h }
        """
    );

    [Fact]
    public void One_rule_says_what_people_call_the_KPI_and_its_name_stays_what_events_and_conditions_know()
    {
        var process = ClockSpec
            .Of(
                """
                sla:
                  - { kpi: K, rule: Urgent, when: case.fields.level == 'high', starts: case.created, met-by: case.resolved, fail-after: 1h }
                  - { kpi: K, title: { en: Answer, fr: Réponse }, starts: case.created, met-by: case.resolved, fail-after: 8h }
                  - { kpi: Other, starts: case.created, met-by: case.resolved, fail-after: 8h }
                """
            )
            .Process;

        Assert.Equal(["K", "Other"], process.Kpis.Select(kpi => kpi.Name));
        Assert.Equal("Réponse", process.TitleOfKpi("K").In("fr"));
        Assert.Equal("Answer", process.TitleOfKpi("K").In("en"));
        Assert.Equal("Other", process.TitleOfKpi("Other").In("fr"));
    }

    private static readonly EntitlementFacts Gold = TenCases with { Sla = "Gold", IsDefault = true };

    [Theory]
    [InlineData("high", "Gold", "Urgent", SlaChoice.Condition)]
    [InlineData("high", null, "Urgent", SlaChoice.Condition)]
    [InlineData("night", "Gold", "Night", SlaChoice.Entitlement)]
    [InlineData("night", null, "Everybody", SlaChoice.Default)]
    [InlineData("low", "Gold", "Gold", SlaChoice.Entitlement)]
    [InlineData("low", "It's \"silver\" \\\\", "It's \"silver\" \\\\", SlaChoice.Entitlement)]
    [InlineData("low", "Bronze", "Everybody", SlaChoice.Default)]
    [InlineData("low", null, "Everybody", SlaChoice.Default)]
    [Trait("Feature", "Entitlement supplies the SLA")]
    public void A_condition_comes_before_the_entitlement_and_that_before_the_default(
        string level,
        string? sla,
        string rule,
        SlaChoice by
    )
    {
        var spec = Knowing(Gold with { Sla = sla }).At("2026-03-02T10:00:00", Create(fields: ("level", Text(level))));

        var story = spec.Story("2026-03-02T10:30:00");
        Assert.Equal((rule, by), (story.Clock.Target!.Rule, story.Rule!.ChosenBy));
        Assert.Equal(by, Assert.Single(story.Intervals).ChosenBy);
        Assert.Equal(Gold.Id, story.Entitlement);
    }

    [Fact]
    [Trait("Feature", "Entitlement supplies the SLA")]
    public void Another_entitlement_or_none_brings_its_own_SLA_and_what_was_counted_stays()
    {
        var other = Gold with { Id = Numbered(2), Sla = null, IsDefault = false };
        var story = Knowing(Gold, other)
            .At("2026-03-02T10:00:00", Create())
            .ThenDue(null, "2026-03-02T12:00:00")
            .At("2026-03-02T10:30:00", Choose(other.Id))
            .ThenDue(null, "2026-03-02T18:00:00")
            .At("2026-03-02T11:00:00", Choose(Gold.Id))
            .ThenDue(null, "2026-03-02T12:00:00")
            .At("2026-03-02T11:30:00", Choose(null))
            .Then(ClockState.Running, 5_400)
            .ThenDue(null, "2026-03-02T18:00:00")
            .Story("2026-03-02T12:00:00");

        Assert.Equal(
            [
                ("Gold", SlaChoice.Entitlement),
                ("Everybody", SlaChoice.Default),
                ("Gold", SlaChoice.Entitlement),
                ("Everybody", SlaChoice.Default),
            ],
            story.Intervals.Select(interval => (interval.Rule, interval.ChosenBy!.Value))
        );
        Assert.Null(story.Entitlement);
    }

    [Fact]
    public void A_clock_that_has_ended_keeps_who_supplied_its_SLA()
    {
        var story = Knowing(Gold)
            .At("2026-03-02T10:00:00", Create())
            .At("2026-03-02T10:30:00", Resolve())
            .Story("2026-03-02T12:00:00");

        Assert.Equal((ClockState.Met, Gold.Id), (story.Clock.State, story.Entitlement));
    }

    [Fact]
    public void The_SLAs_of_a_process_are_those_of_its_rules_and_conditions()
    {
        var process = ClockSpec
            .Of(
                """
                sla:
                  - { kpi: K, when: "entitlement.sla in ['Bronze', 'Tin'] && case.fields.level == 'low'", starts: case.created, met-by: case.resolved, fail-after: 1h }
                  - { kpi: K, sla: Gold, starts: case.created, met-by: case.resolved, fail-after: 2h }
                """
            )
            .Process;

        Assert.Equal(["Bronze", "Gold", "Tin"], process.Conditions.Slas);
    }

    private static ClockSpec Knowing(params ImmutableArray<EntitlementFacts> entitlements) =>
        Desk with
        {
            Told = Desk.Told with { Entitlements = entitlements },
        };
}
