using CaseFlow.Host.Cases.Pages;

namespace CaseFlow.Host.Tests.Cases;

/// <summary>What other systems call a case is text from outside.</summary>
public sealed class ReferenceLinkTests
{
    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//elsewhere.example/1")]
    [InlineData("ABC-42")]
    public void What_leads_to_no_page_of_the_web_is_no_link(string key) =>
        Assert.Null(RelatedPanel.LinkOf(new ReferenceModel("jira", key)));

    [Fact]
    public void A_page_of_the_web_is_a_link() =>
        Assert.Equal(
            "https://example.com/issues/42",
            RelatedPanel.LinkOf(new ReferenceModel("github", "https://example.com/issues/42"))
        );
}
