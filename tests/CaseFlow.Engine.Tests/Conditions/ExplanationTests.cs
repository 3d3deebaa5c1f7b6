using CaseFlow.Engine.Conditions;

namespace CaseFlow.Engine.Tests.Conditions;

public sealed class ExplanationTests
{
    [Fact]
    public void Every_part_is_shown_with_the_value_it_saw()
    {
        var explanation = Desk.Explain(
            "case.title.contains('outage') && case.priority == 'high'",
            new() { Priority = "low" }
        );

        Assert.False(explanation.Holds);
        Assert.Null(explanation.Error);
        Assert.Equal(
            [
                new ConditionLeaf("case.title.contains('outage')", "case.title is 'Network outage in Lyon'", true),
                new ConditionLeaf("case.priority == 'high'", "case.priority is 'low'", false),
            ],
            explanation.Leaves
        );
    }

    [Fact]
    public void A_part_that_was_not_needed_is_shown_all_the_same() =>
        Assert.Equal(
            [
                new ConditionLeaf("case.escalated", "case.escalated is true", true),
                new ConditionLeaf("case.openActivities > 5", "case.openActivities is 7", true),
            ],
            Desk.Explain(
                "case.escalated || (case.openActivities > 5)",
                new() { Escalated = true, OpenActivities = 7 }
            ).Leaves
        );

    [Theory]
    [InlineData("case.fields.impact > 3", "case.fields.impact is not set", null)]
    [InlineData("has(case.fields.impact)", "case.fields.impact is not set", false)]
    [InlineData("customer.tier == 'gold'", "customer is not set", null)]
    [InlineData("customer == null", "customer is not set", true)]
    [InlineData(
        "case.createdAt == now",
        "case.createdAt is timestamp('2026-03-02T09:00:00Z'), now is timestamp('2026-03-05T17:00:00Z')",
        false
    )]
    [InlineData(
        "now - case.createdAt < duration('72h')",
        "now - case.createdAt is duration('288000s'), now is timestamp('2026-03-05T17:00:00Z'), case.createdAt is timestamp('2026-03-02T09:00:00Z')",
        false
    )]
    [InlineData(
        "case.tags.exists(tag, tag == case.priority)",
        "case.tags is ['network', 'vip'], case.priority is 'high'",
        false
    )]
    [InlineData("!(case.openActivities >= 1)", "case.openActivities is 0", false)]
    [InlineData("1 < 2", "always true", true)]
    public void The_values_read_as_in_a_condition(string text, string value, bool? holds)
    {
        var leaf = Assert.Single(Desk.Explain(text).Leaves);

        Assert.Equal((value, holds), (leaf.Value, leaf.Holds));
    }
}
