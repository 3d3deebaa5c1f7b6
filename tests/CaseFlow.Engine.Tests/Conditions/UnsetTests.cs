namespace CaseFlow.Engine.Tests.Conditions;

public sealed class UnsetTests
{
    [Theory]
    [InlineData("case.fields.impact == null", true)]
    [InlineData("case.fields.impact != null", false)]
    [InlineData("case.fields.impact == 3", false)]
    [InlineData("case.fields.impact != 3", true)]
    [InlineData("has(case.fields.impact)", false)]
    [InlineData("customer == null", true)]
    [InlineData("has(customer.tier)", false)]
    [InlineData("case.fields.impact in [1, 2]", false)]
    public void What_is_not_set_is_null(string text, bool holds) => Assert.Equal(holds, Desk.Holds(text));

    [Theory]
    [InlineData("case.fields.impact > 3", "case.fields.impact is not set")]
    [InlineData("case.fields.impact + 1 == 4", "case.fields.impact is not set")]
    [InlineData("case.fields.`resolution-type`.contains('x')", "case.fields.`resolution-type` is not set")]
    [InlineData("customer.tier == 'gold'", "customer is not set")]
    [InlineData("!(case.fields.impact > 3)", "case.fields.impact is not set")]
    public void Any_other_question_about_it_cannot_be_answered_and_does_not_hold(string text, string error)
    {
        var explanation = Desk.Explain(text);

        Assert.False(explanation.Holds);
        Assert.Equal(error, explanation.Error);
    }

    [Theory]
    [InlineData("case.fields.impact > 3 || case.priority == 'high'", true)]
    [InlineData("case.priority == 'high' || case.fields.impact > 3", true)]
    [InlineData("case.fields.impact > 3 && case.priority == 'low'", false)]
    public void The_other_side_may_decide(string text, bool holds)
    {
        var explanation = Desk.Explain(text);

        Assert.Equal(holds, explanation.Holds);
        Assert.Null(explanation.Error);
    }

    [Fact]
    public void A_member_that_is_set_compares_as_its_type() =>
        Assert.True(Desk.Holds("has(case.fields.impact) && case.fields.impact >= 3", new() { Impact = 4 }));
}
