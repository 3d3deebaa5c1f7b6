using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseFlow.Browser.Tests.Shell;

/// <summary>What stands round every page.</summary>
public sealed class ShellTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_start_page_says_what_runs_here()
    {
        await using var visit = await site.Open("/", user: null);

        await Expect(visit.Page.GetByRole(AriaRole.Cell, new() { Name = "support-case" })).ToBeVisibleAsync();
        await visit.IsAccessible();
        await visit.Picture("start");
    }

    [Fact]
    public async Task A_chosen_language_stays()
    {
        await using var visit = await site.Open("/");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "FR", Exact = true }).ClickAsync();
        await Expect(visit.Page.GetByText("Ce qui tourne ici")).ToBeVisibleAsync();
        await visit.Go("/");
        await Expect(visit.Page.GetByText("Ce qui tourne ici")).ToBeVisibleAsync();
        await visit.IsAccessible();
        await visit.Picture("start-fr");
    }

    [Fact]
    public async Task The_page_is_dark_where_the_system_is()
    {
        await using var visit = await site.Open("/", isDark: true, width: 900);

        await visit.IsAccessible();
        await visit.Picture("start-dark-900");
    }

    [Fact]
    public async Task An_address_without_a_page_says_so()
    {
        await using var visit = await site.Open("/nowhere");
        visit.Expected.Add("404");

        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "There is nothing here" }))
            .ToBeVisibleAsync();
    }
}
