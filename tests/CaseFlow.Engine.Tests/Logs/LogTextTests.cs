using CaseFlow.Engine.Logs;

namespace CaseFlow.Engine.Tests.Logs;

public sealed class LogTextTests
{
    [Theory]
    [InlineData("In Progress", "in-progress")]
    [InlineData("in_progress", "in-progress")]
    [InlineData("InProgress", "in-progress")]
    [InlineData("Accepted/In Progress", "accepted-in-progress")]
    [InlineData("  (A)  b!  ", "a-b")]
    [InlineData("Erledigt für später", "erledigt-fur-spater")]
    [InlineData("VERIFIED", "verified")]
    [InlineData("Закрыт", "")]
    [InlineData("", "")]
    public void A_slug_is_the_text_in_lowercase_words_joined_by_hyphens(string text, string slug) =>
        Assert.Equal(slug, LogText.Slug(text));

    [Theory]
    [InlineData("  a \t\r\n b\u0001 ", "a b")]
    [InlineData("half \ud800 a pair", "half a pair")]
    [InlineData("", "")]
    public void A_clean_text_stands_on_one_line_without_what_no_text_has(string text, string clean) =>
        Assert.Equal(clean, LogText.Clean(text));

    [Fact]
    public void A_clean_text_is_cut_where_it_is_longer_than_any_name() =>
        Assert.Equal(200, LogText.Clean(new string('x', 5_000)).Length);
}
