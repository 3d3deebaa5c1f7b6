namespace CaseFlow.Engine.Tests;

public sealed class NearestTests
{
    private static readonly string[] known = ["priority", "title", "status", "researching"];

    [Theory]
    [InlineData("priorty", "priority")]
    [InlineData("Title", "title")]
    [InlineData("ttile", "title")]
    [InlineData("reserching", "researching")]
    [InlineData("queue", null)]
    [InlineData("", null)]
    public void A_slip_finds_the_word_that_was_meant(string word, string? meant) =>
        Assert.Equal(meant, Nearest.To(word, known));

    [Fact]
    public void The_suggestion_is_the_tail_of_a_message()
    {
        Assert.Equal("; did you mean 'title'?", Nearest.Suggest("titel", known));
        Assert.Equal("", Nearest.Suggest("queue", known));
    }
}
