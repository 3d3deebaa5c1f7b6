using CaseFlow.Host.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseFlow.Browser.Tests.Lists;

/// <summary>The search in the bar, and customers.</summary>
public sealed class SearchTests(DemoSite demo) : IClassFixture<DemoSite>
{
    [Fact]
    public async Task A_slash_leads_to_the_search_and_words_to_the_cases_that_have_them()
    {
        await demo.Site.Host.Case("A walrus in the printer");
        await using var visit = await demo.Site.Open("/work");

        await visit.Page.Keyboard.PressAsync("/");
        var search = visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Search cases and customers" });
        await Expect(search).ToBeFocusedAsync();
        await search.PressSequentiallyAsync("walr");
        await Expect(visit.Page.GetByRole(AriaRole.Option).First).ToContainTextAsync("A walrus in the printer");
        await visit.IsAccessible();
        await visit.Picture("search-ahead");
        await search.PressAsync("Enter");

        await visit.Reaches("/search?q=walr");
        await Expect(DemoSite.Rows(visit)).ToHaveCountAsync(1);
        await visit.IsAccessible();
        await visit.Picture("search");
    }

    [Fact]
    public async Task A_ticket_number_goes_straight_to_its_case()
    {
        var ticket = (await demo.Site.Host.Case("Found by number")).Text("ticket")!;
        await using var visit = await demo.Site.Open("/work");
        visit.Expected.Add("404");
        var search = visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Search cases and customers" });

        await search.FillAsync(ticket.ToLowerInvariant());
        await search.PressAsync("Enter");

        await visit.Reaches($"/cases/{ticket}");
    }

    [Fact]
    public async Task A_customer_is_made_and_changed_where_it_is_shown()
    {
        await using var visit = await demo.Site.Open("/customers");
        await visit.Page.GetByPlaceholder("Name or e-mail address").PressSequentiallyAsync("gar");
        await Expect(DemoSite.Rows(visit)).ToHaveCountAsync(1);
        await visit.IsAccessible();
        await visit.Picture("customers");

        await DemoSite.Button(visit, "New customer…").ClickAsync();
        await visit.Page.Locator("dialog fluent-button", new() { HasText = "Save" }).ClickAsync();
        await Expect(visit.Page.Locator("#customer-name-error")).ToBeVisibleAsync();
        await visit.Page.Locator("#customer-name").FillAsync("Zebra <b>Works</b>");
        await visit.Page.Locator("dialog fluent-button", new() { HasText = "Save" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Zebra <b>Works</b>" })).ToBeVisibleAsync();

        await DemoSite.Button(visit, "Edit…").ClickAsync();
        await visit.Page.GetByLabel("Tier").FillAsync("gold");
        await visit.Page.Locator("dialog fluent-button", new() { HasText = "Save" }).ClickAsync();
        await Expect(visit.Page.Locator(".page-head .tag", new() { HasText = "gold" })).ToBeVisibleAsync();
        await visit.IsAccessible();
    }

    [Fact]
    public async Task The_card_has_cases_contacts_and_entitlements_with_their_ledger()
    {
        await using var visit = await demo.Site.Open("/customers?q=Garnet", language: "fr");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Garnet Clinics" }).ClickAsync();

        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Garnet Clinics" })).ToBeVisibleAsync();
        await Expect(DemoSite.Rows(visit).First).ToBeVisibleAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Jonas Vogt" })).ToBeVisibleAsync();
        await visit.IsAccessible();
        await visit.Picture("customer-fr");
    }
}
