using CaseFlow.Engine.Conditions;

namespace CaseFlow.Engine.Tests.Conditions;

public sealed class SafetyTests
{
    public static TheoryData<string> DeepTexts =>
        [
            new string('(', 9_999),
            new string('(', 100_000),
            new string('(', 4_000) + "true" + new string(')', 4_000),
            new string('!', 5_000) + "true",
            new string('-', 5_000) + "1 == 1",
            new string('[', 9_000),
            string.Concat(Enumerable.Repeat("{1:", 3_000)),
            string.Concat(Enumerable.Repeat("true?", 1_500))
                + "true"
                + string.Concat(Enumerable.Repeat(":true", 1_500)),
            string.Concat(Enumerable.Repeat("true?true:", 900)) + "true",
            "1" + string.Concat(Enumerable.Repeat("+1", 4_000)) + " == 1",
            "case" + string.Concat(Enumerable.Repeat(".x", 4_000)),
            "case" + string.Concat(Enumerable.Repeat("[0]", 3_000)),
            string.Concat(Enumerable.Repeat("[1].all(x, ", 200)) + "true" + new string(')', 200),
            string.Concat(Enumerable.Repeat("[1].all(x, ", 20)) + "true" + new string(')', 20),
        ];

    [Theory]
    [MemberData(nameof(DeepTexts))]
    public void A_text_that_is_nested_too_deeply_is_refused(string text)
    {
        ConditionReadResult? read = null;
        // Half a megabyte is the least stack that any platform gives to a thread.
        var thread = new Thread(() => read = Condition.Read(text, Desk.Scope), 512 * 1024);
        thread.Start();
        thread.Join();

        Assert.Null(read!.Condition);
        Assert.NotEmpty(read.Problems);
    }

    [Fact]
    public void Macros_inside_macros_stop_when_they_go_over_too_much()
    {
        var text =
            string.Concat(Enumerable.Repeat("[1, 2, 3, 4, 5, 6, 7, 8, 9].all(x, ", 12))
            + "case.escalated"
            + new string(')', 12);

        Assert.Equal("the macros go over too many items", Desk.Explain(text, new() { Escalated = true }).Error);
    }

    [Theory]
    [InlineData("a + a + a + a")]
    [InlineData("[a, a, a, a, a]")]
    [InlineData("{1: a, 2: a, 3: a, 4: a, 5: a}")]
    public void A_value_that_doubles_and_doubles_again_stops_when_it_is_too_large(string more)
    {
        var text = "[case.title]" + string.Concat(Enumerable.Repeat($".map(a, {more})", 40)) + " == []";

        Assert.Equal("the value that is built is too large", Desk.Explain(text).Error);
    }

    [Theory]
    [InlineData("&&")]
    [InlineData("||")]
    public void A_long_chain_is_not_deep(string sign)
    {
        var chain = string.Join($" {sign} ", Enumerable.Repeat("case.escalated", 500));

        Assert.True(Desk.Holds(chain, new() { Escalated = true }));
        Assert.False(Desk.Holds(chain, new() { Escalated = false }));
    }

    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("(a|a)*b")]
    [InlineData("^(([a-z])+.)+[A-Z]([a-z])+$")]
    public void A_pattern_that_blows_up_elsewhere_takes_no_longer_than_the_text(string pattern) =>
        Assert.False(
            Desk.Read($"case.title.matches('{pattern}')")
                .Holds(Desk.Facts(new() { Title = new string('a', 50_000) + "!" }))
        );

    [Fact]
    public void A_pattern_that_would_grow_without_bound_is_refused() =>
        Assert.NotEmpty(Desk.Problems("case.title.matches('((a{1,1000}){1,1000}){1,1000}')"));

    [Theory]
    [InlineData("case.title.matches('(?i)outage') && case.priority == 'high'")]
    [InlineData("case.fields.impact > 3 || customer.tier in ['gold', 'platinum']")]
    [InlineData("now - case.createdAt < duration('72h') && case.createdAt.getHours('Europe/Paris') >= 9")]
    [InlineData("case.tags.exists(tag, tag.startsWith('n')) && case.tags.all(tag, size(tag) > 1)")]
    [InlineData("case.activities.exists_one(activity, activity.direction == 'outgoing')")]
    [InlineData("has(case.fields.impact) ? case.fields.impact % 2 == 0 : 'vip' in case.tags")]
    public void Evaluating_allocates_nothing(string text)
    {
        var condition = Desk.Read(text);
        var facts = Desk.Facts(new() { Activities = [new("outgoing"), new("incoming")] }, new("Acme", "gold"));
        for (var i = 0; i < 1000; i++)
        {
            condition.Holds(facts);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            condition.Holds(facts);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
