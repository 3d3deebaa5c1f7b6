using CaseFlow.Engine.Conditions;

namespace CaseFlow.Engine.Tests.Conditions;

public sealed class EvaluationTests
{
    [Theory]
    [InlineData("case.title.matches('(?i)outage|down') && case.priority == 'high'")]
    [InlineData("now - case.createdAt > duration('72h')")]
    [InlineData("'vip' in case.tags && size(case.tags) == 2")]
    [InlineData("case.tags.exists(tag, tag.startsWith('net'))")]
    [InlineData("case.priority in ['high', 'normal']")]
    [InlineData("case.openActivities < 1.5")]
    [InlineData("case.createdAt.getHours('Europe/Paris') == 10 // nine in UTC")]
    [InlineData("case.tags.filter(tag, tag != 'vip') == ['network']")]
    [InlineData("case.tags.map(tag, tag.size() > 3, tag + '!') == ['network!']")]
    [InlineData("case.activities.all(activity, activity.direction == 'outgoing')")]
    [InlineData("case.escalated ? case.openActivities > 5 : case.openActivities == 0")]
    public void An_admin_asks_about_a_case(string text) => Assert.True(Desk.Holds(text));

    [Fact]
    public void A_member_that_is_no_name_stands_in_backticks() =>
        Assert.True(Desk.Holds("case.fields.`resolution-type` == 'fixed'", new() { ResolutionType = "fixed" }));

    [Fact]
    public void Objects_of_a_list_show_their_members() =>
        Assert.True(
            Desk.Holds(
                "case.activities.exists_one(activity, activity.direction == 'outgoing')",
                new() { Activities = [new("incoming"), new("outgoing")] }
            )
        );

    [Theory]
    [InlineData("event.origin == 'email'", true)]
    [InlineData("event['origin'] == 'email' && 'origin' in event", true)]
    [InlineData("has(event.origin) && !has(event.sender)", true)]
    [InlineData("event.sender == 'rita'", false)]
    [InlineData("event.exists(key, event[key] == 'email')", true)]
    public void The_keys_of_a_map_are_its_members(string text, bool holds)
    {
        var scope = new ConditionScope(new ConditionVariable("event", new CelType.Map(CelType.String, CelType.String)));
        var facts = new ConditionFacts(scope).Set("event", CelValue.MapOf([new("origin", CelValue.Of("email"))]));

        Assert.Equal(holds, Condition.Read(text, scope).Condition!.Holds(facts));
    }

    [Fact]
    public void A_variable_without_a_type_is_looked_into_when_it_is_asked()
    {
        var scope = new ConditionScope(new ConditionVariable("event", CelType.Dyn));
        var condition = Condition.Read("event.count > 1.5", scope).Condition!;

        Assert.True(condition.Holds(new ConditionFacts(scope).Set(0, CelValue.MapOf([new("count", CelValue.Of(2L))]))));
        Assert.False(condition.Holds(new ConditionFacts(scope).Set(0, CelValue.Of("text"))));
    }

    [Fact]
    public void Facts_may_be_filled_again()
    {
        var condition = Desk.Read("now > timestamp('2026-03-01T00:00:00Z')");
        var facts = Desk.Facts();

        Assert.True(condition.Holds(facts));
        Assert.False(condition.Holds(facts.Set("now", CelValue.Of(Desk.Monday9.AddDays(-10)))));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("1 < 2", true)]
    [InlineData("'a' in ['b']", false)]
    [InlineData("case.escalated && 2 < 1", false)]
    [InlineData("case.escalated || true", true)]
    [InlineData("[1, 2].exists(n, n == 2)", true)]
    [InlineData("case.escalated", null)]
    public void What_needs_no_facts_is_known_when_it_is_read(string text, bool? constant) =>
        Assert.Equal(constant, Desk.Read(text).Constant);

    [Fact]
    public void A_condition_knows_the_names_it_reads() =>
        Assert.Equal(
            ["case.activities", "case.priority", "case.title", "customer", "customer.tier", "now"],
            Desk.Read(
                "case.title.contains('x') || has(customer.tier) || customer != null || now > timestamp(0)"
                    + " || case.activities.exists(now_, now_.direction == case.priority)"
            ).Names
        );

    [Theory]
    [InlineData("case.priority == 'high'", "case.priority==\"high\"", true)]
    [InlineData("case.escalated || case.openActivities > 1", "(case.escalated) || (case.openActivities > 1)", true)]
    [InlineData("case.tags == ['a', 'b']", "case.tags == ['a','b']", true)]
    [InlineData("case.tags == ['a', 'b']", "case.tags == ['b', 'a']", false)]
    [InlineData("case.openActivities > 1", "case.openActivities > 2", false)]
    [InlineData("case.openActivities < 1", "case.openActivities < 1.0", false)]
    public void Two_conditions_are_the_same_when_they_say_the_same(string one, string other, bool same) =>
        Assert.Equal(same, Desk.Read(one).SameAs(Desk.Read(other)));
}
