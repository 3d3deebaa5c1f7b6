using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Routing;
using CaseFlow.Engine.Tests.Cases;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;

namespace CaseFlow.Engine.Tests.Routing;

public sealed class RoutingTableTests
{
    private static readonly CaseSpec Support = Table(
        """
          - { rule: First, when: case.title.contains('both'), queue: a }
          - { rule: Second, when: "case.title.contains('both') || case.title == 'second'", queue: b }
          - rule: Nested
            when:
              - "(case.priority in ['high', 'normal'] && !(case.origin in ['web', 'email'])) || customer.tier == 'platinum'"
              - case.subject.matches('^(?i)billing')
              - now < timestamp('2026-03-02T12:30:00Z')
            queue: c
          - { rule: Cannot be answered, when: case.fields.impact > 3, queue: a }
          - otherwise: fallback
        """
    );

    [Fact]
    public void Rules_are_asked_from_the_top_and_the_first_that_holds_decides()
    {
        Assert.Equal(("a", "First"), Routed(Create("both", route: true)));
        Assert.Equal(("b", "Second"), Routed(Create("second", route: true)));
    }

    [Theory]
    [InlineData("high", "phone", "Billing question", 10, "c")]
    [InlineData("high", "web", "Billing question", 10, "fallback")]
    [InlineData("low", "phone", "Billing question", 10, "fallback")]
    [InlineData("normal", "phone", "About billing", 10, "fallback")]
    [InlineData("normal", "phone", "billing", 13, "fallback")]
    public void Conditions_nest_and_compare_lists_patterns_and_times(
        string priority,
        string origin,
        string subject,
        int hour,
        string queue
    )
    {
        var create = Create(
            "x",
            route: true,
            fields: [("priority", Text(priority)), ("origin", Text(origin)), ("subject", Text(subject))]
        );

        Assert.Equal(queue, (Support with { At = Monday9.AddHours(hour - 9) }).ThenCase(create).Queue);
    }

    [Fact]
    public void A_case_is_routed_as_it_is_made_or_on_demand_or_not_at_all()
    {
        Assert.Equal("a", Support.ThenCase(Create("both", route: true)).Queue);
        var kept = Support.After(Create("both", route: false));
        Assert.Null(kept.Case!.Queue);
        Assert.Equal("a", kept.ThenCase(Route()).Queue);
    }

    [Fact]
    public void What_no_rule_matches_goes_to_the_fallback_and_its_reason_tells_of_a_rule_that_could_not_be_answered()
    {
        var made = Assert.IsType<Decision.Accepted>(Support.Ask(Create("neither", route: true))).Events;
        var queued = Assert.IsType<CaseEvent.Queued>(made[1]);

        var why = RoutingExplanation.Of(Support.Process, CaseHistory.Replay(made[..1])!, queued);

        Assert.Equal(("fallback", "otherwise"), (why.Queue, why.Rule));
        Assert.Equal(
            "case.fields.impact is not set",
            why.Rules.Single(rule => rule.Rule == "Cannot be answered").When[0].Error
        );
    }

    [Fact]
    public void A_table_is_edited_beside_the_live_one_and_each_routing_is_explained_by_its_own()
    {
        var before = Assert.IsType<Decision.Accepted>(Support.Ask(Create("both", route: true))).Events;
        var edited = Table("  - otherwise: c\n");
        var after = edited with { Case = CaseHistory.Replay(before) };

        var moved = Assert.IsType<Decision.Accepted>(after.Ask(Route())).Events;

        Assert.Equal("c", Assert.IsType<CaseEvent.Queued>(moved[0]).Queue);
        var first = RoutingExplanation.Of(
            Support.Process,
            CaseHistory.Replay(before[..1])!,
            (CaseEvent.Queued)before[1]
        );
        Assert.Equal("First", first.Rule);
        Assert.NotEqual(first.Definition, moved[0].Definition);
    }

    private static (string?, string?) Routed(Func<CaseSpec, CaseCommand> create)
    {
        var queued = Assert.IsType<Decision.Accepted>(Support.Ask(create)).Events.OfType<CaseEvent.Queued>().Single();
        return (queued.Queue, queued.Because!.Rule);
    }

    private static CaseSpec Table(string routing) =>
        CaseSpec.Of(
            $$"""
            process: table
            title: Table
            statuses:
              active: { open: { initial: true } }
              resolved: { done: }
            transitions: any
            fields:
              impact: { type: integer }
            queues: { a: , b: , c: , fallback: }
            routing:
            {{routing}}
            """
        );
}
