using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseFlow.Browser.Tests.Lists;

/// <summary>What supervisors count, in their browser.</summary>
public sealed class ReportTests(DemoSite demo) : IClassFixture<DemoSite>
{
    [Theory]
    [InlineData("en", "Overview", "By queue", "Opened")]
    [InlineData("fr", "Vue d’ensemble", "Par file", "Ouverts")]
    public async Task Every_number_leads_to_its_cases(string language, string title, string byQueue, string opened)
    {
        await using var visit = await demo.Site.Open(
            "/supervise",
            user: "sue",
            roles: "supervisor",
            language: language
        );
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true })).ToBeVisibleAsync();
        var bars = visit.Page.GetByRole(AriaRole.Table, new() { Name = byQueue, Exact = true });
        await Expect(bars).ToBeVisibleAsync();
        await visit.IsAccessible();
        await visit.Picture($"supervise-{language}");
        var number = bars.GetByRole(AriaRole.Link).Last;
        var count = int.Parse(await number.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);

        await number.ClickAsync();

        await visit.Reaches("queue=");
        await Expect(DemoSite.Rows(visit)).ToHaveCountAsync(Math.Min(count, 50));
        await visit.IsAccessible();
        await visit.Go("/supervise?days=90&process=support-case");
        await Expect(visit.Page.Locator(".figures")).ToContainTextAsync(opened);
        await visit.Page.Locator("main").EvaluateAsync("main => main.scrollTo(0, 100000)");
        await visit.Picture($"supervise-{language}-below");
    }

    [Fact]
    public async Task Tables_can_be_taken_along()
    {
        await using var visit = await demo.Site.Open("/supervise", user: "sue", roles: "supervisor", width: 900);
        var link = visit.Page.GetByRole(AriaRole.Link, new() { Name = "Backlog as CSV" });
        await Expect(link).ToBeVisibleAsync();
        await visit.Picture("supervise-900");

        var download = await visit.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());

        Assert.Equal("backlog.csv", download.SuggestedFilename);
        var text = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.StartsWith("by,process,key,title,active,oldest\r\nqueue,", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_for_supervisors()
    {
        await using var visit = await demo.Site.Open("/supervise");

        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "This is not yours to see" }))
            .ToBeVisibleAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Overview" })).ToHaveCountAsync(0);
    }
}
