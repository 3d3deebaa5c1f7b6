using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseFlow.Browser.Tests.Lists;

/// <summary>Queues and one's own work, as an agent uses them.</summary>
public sealed class QueueTests(DemoSite demo) : IClassFixture<DemoSite>
{
    [Fact]
    public async Task Counts_agree_with_what_is_in_a_queue()
    {
        await using var visit = await demo.Site.Open("/queues");
        var row = visit.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Gold desk" });
        await Expect(row).ToBeVisibleAsync();
        var waiting = await row.GetByRole(AriaRole.Cell).Nth(2).InnerTextAsync();
        await visit.IsAccessible();
        await visit.Picture("queues");

        await row.GetByRole(AriaRole.Cell).Nth(2).GetByRole(AriaRole.Link).ClickAsync();

        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = $"Waiting {waiting}" }))
            .ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(DemoSite.Rows(visit))
            .ToHaveCountAsync(int.Parse(waiting, System.Globalization.CultureInfo.InvariantCulture));
        await visit.IsAccessible();
        await visit.Picture("queue");
    }

    [Fact]
    public async Task On_a_narrow_page_too_what_can_be_done_with_a_waiting_case_is_in_sight()
    {
        await using var visit = await demo.Site.Open(
            "/queues/front-line?process=support-case&view=available",
            language: "fr",
            width: 900
        );
        var first = DemoSite.Rows(visit).First;

        foreach (var text in new[] { "Prendre", "Réacheminer" })
        {
            await Expect(first.GetByRole(AriaRole.Button, new() { Name = text }))
                .ToBeInViewportAsync(new() { Ratio = 1 });
        }
    }

    [Fact]
    public async Task A_case_is_picked_and_released_and_the_next_one_says_why()
    {
        await using var visit = await demo.Site.Open(
            "/queues/front-line?process=support-case&view=available",
            user: "ben"
        );
        var first = DemoSite.Rows(visit).First;
        var ticket = await first.GetByRole(AriaRole.Link).First.InnerTextAsync();

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = $"Pick {ticket}" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = $"Pick {ticket}" })).ToHaveCountAsync(0);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Being worked on" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = $"Release {ticket}" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = $"Release {ticket}" })).ToHaveCountAsync(0);

        await DemoSite.Button(visit, "Next case").ClickAsync();
        await Expect(visit.Page.GetByText("It comes first: priority")).ToBeVisibleAsync();
        await visit.IsAccessible();
        await visit.Picture("queue-next");
    }

    [Fact]
    public async Task My_work_has_my_cases_queues_and_what_is_to_do()
    {
        await using var visit = await demo.Site.Open("/work", user: "chloe", language: "fr");

        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Mon travail" })).ToBeVisibleAsync();
        await Expect(DemoSite.Rows(visit).First).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".side-list").First.GetByText("Clients Gold")).ToBeVisibleAsync();
        await visit.Page.GetByLabel("Je suis").SelectOptionAsync("away");
        await visit.IsAccessible();
        await visit.Picture("work-fr");
        await visit.Go("/work");
        await Expect(visit.Page.GetByLabel("Je suis")).ToHaveValueAsync("away");
    }

    [Fact]
    public async Task Another_persons_pick_changes_the_counts_in_the_navigation()
    {
        await using var visit = await demo.Site.Open("/work", user: "dev", width: 1440);
        var count = visit
            .Page.Locator(".navigation li.nested", new() { HasText = "Major incidents" })
            .Locator(".count");
        var before = int.Parse(await count.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
        using var farid = demo.Site.Host.As("farid");

        await demo.Site.Host.Case("Outage in Lyon", new { priority = "high" });

        await Expect(count).ToHaveTextAsync($"{before + 1}");
    }

    [Fact]
    public async Task It_holds_at_900_pixels_and_in_the_dark()
    {
        await using var visit = await demo.Site.Open("/work", user: "chloe", isDark: true, width: 900);

        await Expect(DemoSite.Rows(visit).First).ToBeVisibleAsync();
        await visit.IsAccessible();
        await visit.Picture("work-dark-900");
    }
}
