using System.Net.Http.Json;
using CaseFlow.Host.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseFlow.Browser.Tests.Lists;

/// <summary>Lists of cases: narrowed, sorted, saved, worked on many at once.</summary>
public sealed class ViewTests(DemoSite demo) : IClassFixture<DemoSite>
{
    [Fact]
    public async Task A_list_is_narrowed_in_the_address_and_saved_as_a_view()
    {
        await using var visit = await demo.Site.Open("/views/all-active");
        await Expect(DemoSite.Rows(visit).First).ToBeVisibleAsync();
        await visit.IsAccessible();
        await visit.Picture("view");

        await visit.Page.Locator("#filter-priority").SelectOptionAsync("high");
        await visit.Reaches("/views/all-active?priority=high");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Due" }).ClickAsync();
        await visit.Reaches("sort=due");
        await DemoSite.Button(visit, "Save as view…").ClickAsync();
        await visit.Page.Locator("dialog fluent-button", new() { HasText = "Save" }).ClickAsync();
        await Expect(visit.Page.Locator("#view-name-error")).ToBeVisibleAsync();
        await visit.Page.GetByLabel("Name").FillAsync("Urgent ones");
        await visit.Page.Locator("dialog fluent-button", new() { HasText = "Save" }).ClickAsync();

        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Urgent ones" })).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#filter-priority")).ToHaveValueAsync("high");
        foreach (var priority in await visit.Page.Locator("td.of-priority").AllInnerTextsAsync())
        {
            Assert.Equal("High", priority);
        }

        await DemoSite.Button(visit, "Delete view…").ClickAsync();
        await visit.Page.Locator("dialog fluent-button", new() { HasText = "Delete" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Urgent ones" })).ToHaveCountAsync(0);
        await Expect(visit.Page.GetByText("Urgent ones")).ToHaveCountAsync(0);
        await visit.IsAccessible();
    }

    [Fact]
    [Trait("Feature", "Reassign to user or team")]
    public async Task Many_are_given_away_at_once_and_the_refused_one_says_why()
    {
        var customer = await demo.Site.Host.Account("Bulk & Sons");
        using var ann = demo.Site.Host.As("ann");
        await demo.Site.Host.Case("Bulk one", new { customerId = customer });
        await demo.Site.Host.Case("Bulk two", new { customerId = customer });
        var closed = await demo.Site.Host.Case("Bulk closed", new { customerId = customer });
        await ann.PostAsJsonAsync($"/api/cases/{closed.Text("id")}/cancel", new { }).Ok();
        await using var visit = await demo.Site.Open($"/cases?customer={customer}");
        await Expect(DemoSite.Rows(visit)).ToHaveCountAsync(3);

        var boxes = visit.Page.Locator("tbody .pick input");
        await boxes.First.ClickAsync();
        await boxes.Last.ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        await Expect(visit.Page.GetByText("3 selected")).ToBeVisibleAsync();
        await DemoSite.Button(visit, "Assign…").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Person or team" }).FillAsync("Ben");
        await visit
            .Page.Locator("#bulk-assign-list")
            .GetByRole(AriaRole.Option, new() { Name = "Ben Okafor" })
            .ClickAsync();
        await visit.IsAccessible();
        await visit.Page.Locator("dialog fluent-button", new() { HasText = "Assign" }).ClickAsync();

        await Expect(visit.Page.GetByText("2 changed, 0 as they were, 1 refused")).ToBeVisibleAsync();
        var refused = visit.Page.Locator(".bulk-job tbody tr");
        await Expect(refused).ToHaveCountAsync(1);
        await Expect(refused).ToContainTextAsync(closed.Text("ticket")!);
        await Expect(visit.Page.Locator("td.of-owner", new() { HasText = "Ben Okafor" })).ToHaveCountAsync(2);
        await visit.IsAccessible();
        await visit.Picture("bulk");

        await DemoSite.Button(visit, "Undo").ClickAsync();
        await Expect(visit.Page.GetByText("as they were").Last).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Rows_are_walked_by_keys_and_what_is_new_waits_to_be_shown()
    {
        await using var visit = await demo.Site.Open("/views/all-active");
        var rows = DemoSite.Rows(visit);
        await rows.First.FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(rows.Nth(1)).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Space");
        await Expect(visit.Page.GetByText("1 selected")).ToBeVisibleAsync();
        var ticket = await rows.First.GetByRole(AriaRole.Link).First.InnerTextAsync();

        var made = await demo.Site.Host.Case("Just arrived");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "1 new: show" }).WaitForAsync();
        await Expect(rows.First).ToContainTextAsync(ticket);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "1 new: show" }).ClickAsync();
        await Expect(rows.First).ToContainTextAsync(made.Text("ticket")!);
    }

    [Fact]
    public async Task A_long_list_goes_on_as_one_scrolls()
    {
        await using var visit = await demo.Site.Open("/cases");
        await Expect(DemoSite.Rows(visit).Nth(49)).ToBeAttachedAsync();

        await DemoSite.Rows(visit).Last.ScrollIntoViewIfNeededAsync();
        await Expect(DemoSite.Rows(visit).Nth(99)).ToBeAttachedAsync();
    }

    [Fact]
    public async Task The_view_holds_at_900_pixels()
    {
        await using var visit = await demo.Site.Open("/views/all-active", language: "fr", width: 900);

        await Expect(DemoSite.Rows(visit).First).ToBeVisibleAsync();
        await visit.IsAccessible();
        await visit.Picture("view-fr-900");
    }

    [Fact]
    public async Task A_view_that_is_not_there_says_so()
    {
        await using var visit = await demo.Site.Open("/views/nonsense");

        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "There is no such view" }))
            .ToBeVisibleAsync();
    }
}
