namespace CaseFlow.Engine.Tests.Conditions;

/// <summary>What a condition that does not hold has seen and would need, as a person would say it.</summary>
public sealed class ShortfallTests
{
    private static readonly string[] Conditions =
    [
        "customer.tier in ['gold', 'platinum']",
        "customer.tier == 'gold'",
        "'gold' == customer.tier",
        "customer.tier != 'silver'",
        "!(customer.tier == 'silver')",
        "case.priority in ['low']",
        "!(case.priority in ['high', 'normal'])",
        "case.openActivities > 2",
        "case.openActivities >= 2",
        "!(case.openActivities < 2)",
        "2 < case.openActivities",
        "case.escalated",
        "!has(customer.tier)",
        "has(case.fields.impact)",
        "case.fields.impact > 3",
        "case.title.contains('flood')",
        "case.title.startsWith('Flood')",
        "case.title.endsWith('Paris')",
        "case.title.matches('(?i)flood|fire')",
        "!case.title.contains('outage')",
        "now - case.createdAt < duration('72h')",
        "case.createdAt > timestamp('2026-03-02T12:00:00Z')",
        "case.priority == 'high' && customer.tier == 'gold' && case.escalated",
        "case.escalated || customer.tier == 'gold'",
        "!(case.priority == 'high' || case.escalated)",
        "!(case.priority == 'high' && case.openActivities == 0)",
        "case.escalated ? case.priority == 'low' : case.priority == 'normal'",
        "case.title == customer.name",
        "'sla' in case.tags",
        "case.tags.exists(tag, tag == case.priority)",
        "case.fields.`resolution-type` == null && customer.tier == null",
    ];

    [Fact]
    public void What_was_seen_and_what_is_needed_read_like_a_sentence()
    {
        var facts = Desk.Facts(of: new("Contoso", "silver"));

        Approved.Matches(
            Repository.PathTo("tests", "CaseFlow.Engine.Tests", "Conditions", "shortfalls"),
            string.Concat(
                Conditions.Select(text =>
                    Desk.Read(text).Shortfall(facts) is var (seen, needed)
                        ? $"{text}\n    {seen}; the rule needs {needed}.\n"
                        : $"{text}\n    holds\n"
                )
            )
        );
    }

    [Fact]
    public void Nothing_is_said_of_a_customer_who_is_not_there_but_that() =>
        Assert.Equal("customer is not set", Desk.Read("customer.tier == 'gold'").Shortfall(Desk.Facts())!.Seen);

    [Fact]
    public void A_condition_that_holds_falls_short_of_nothing() =>
        Assert.Null(Desk.Read("case.priority == 'high'").Shortfall(Desk.Facts()));
}
