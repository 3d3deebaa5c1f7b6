using System.Net.Http.Json;
using CaseFlow.Host.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseFlow.Browser.Tests.Cases;

/// <summary>Several people, and the process itself, at one case at the same time.</summary>
public sealed class TwoPeopleTests(Site site) : IClassFixture<Site>
{
    private static readonly LocatorAssertionsToContainTextOptions WithinASecond = new() { Timeout = 1_000 };

    [Fact]
    public async Task Who_else_looks_and_types_is_seen_within_a_second()
    {
        var opened = await site.Host.Case("Watched");
        await using var ann = await site.OpenCase(opened);
        await Expect(ann.Page.Locator(".onlooker")).ToHaveCountAsync(0);
        await using var bob = await site.OpenCase(opened, "bob");

        await Expect(bob.Page.Locator(".onlookers")).ToContainTextAsync("ann is looking at this case");
        await Expect(ann.Page.Locator(".onlookers")).ToContainTextAsync("bob is looking at this case", WithinASecond);
        await bob.Page.Locator("#field-description").PressSequentiallyAsync("I");
        await Expect(ann.Page.Locator(".onlookers")).ToContainTextAsync("bob is typing", WithinASecond);
        await ann.Picture("case-onlookers");
        await ann.IsAccessible();
        await bob.Page.GotoAsync("/cases/new");
        await Expect(ann.Page.Locator(".onlooker")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Anothers_change_appears_without_a_reload_and_takes_nothing_typed()
    {
        var opened = await site.Host.Case("Live");
        await using var visit = await site.OpenCase(opened);
        await visit.Page.Locator("#field-serial").FillAsync("ABC-123");
        using var bob = site.Host.As("bob");

        await bob.PostAsJsonAsync($"/api/cases/{opened.Text("id")}/status", new { to = "on-hold" }).Ok();
        await bob.PatchAsJsonAsync($"/api/cases/{opened.Text("id")}", new { description = "Bob was here" }).Ok();

        await Expect(visit.Page.Locator("#status")).ToContainTextAsync("On hold");
        await Expect(visit.Page.Locator("#field-description")).ToHaveValueAsync("Bob was here");
        await Expect(visit.Page.Locator("#field-serial")).ToHaveValueAsync("ABC-123");
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(visit.Page.Locator(".save-bar")).ToHaveCountAsync(0);
        Assert.Equal(
            "ABC-123",
            (await bob.GetAsync($"/api/cases/{opened.Text("id")}").Ok()).GetProperty("fields").Text("serial")
        );
    }

    [Fact]
    [Trait("Feature", "Edit a case")]
    public async Task Where_two_change_the_same_field_the_second_chooses_between_mine_and_theirs()
    {
        await site.Person("bert", "Bert Brown");
        var opened = await site.Host.Case("Both at once");
        await using var ann = await site.OpenCase(opened);
        await using var bert = await site.OpenCase(opened, "bert");
        await ann.Page.Locator("#field-description").FillAsync("What Ann heard");
        await ann.Page.Locator("#field-serial").FillAsync("AAA-111");

        await bert.Page.Locator("#field-description").FillAsync("What Bert heard");
        await bert.Page.Locator("#field-serial").FillAsync("BBB-222");
        await bert.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(bert.Page.Locator(".save-bar")).ToHaveCountAsync(0);

        var conflicts = ann.Page.Locator(".conflict");
        await Expect(conflicts).ToHaveCountAsync(2);
        var description = conflicts.Filter(new() { HasText = "What Ann heard" });
        await Expect(description).ToContainTextAsync("What Bert heard");
        await Expect(description).ToContainTextAsync("Bert Brown");
        await ann.IsAccessible();
        await ann.Picture("case-conflict");
        await description.Locator("fluent-button", new() { HasText = "Keep mine" }).ClickAsync();
        await Expect(conflicts).ToHaveCountAsync(1);
        await conflicts.Locator("fluent-button", new() { HasText = "Take theirs" }).ClickAsync();
        await Expect(ann.Page.Locator("#field-serial")).ToHaveValueAsync("BBB-222");
        await ann.Page.Locator(".save-bar fluent-button").First.ClickAsync();

        await Expect(bert.Page.Locator("#field-description")).ToHaveValueAsync("What Ann heard");
    }

    [Fact]
    public async Task My_last_change_is_taken_back()
    {
        var opened = await site.Host.Case("Undo me");
        await using var visit = await site.OpenCase(opened);
        var page = visit.Page;
        await page.Locator("#status").ClickAsync();
        await page.Locator(".chooser-list button", new() { HasText = "On hold" }).ClickAsync();
        await Expect(page.Locator("#status")).ToContainTextAsync("On hold");

        await page.Locator("#command-undo").ClickAsync();

        await Expect(page.Locator("#status")).ToContainTextAsync("In progress");
        await Expect(page.Locator(".events")).ToContainTextAsync("took the last change back");
    }

    [Fact]
    public async Task The_next_case_is_the_first_of_my_queues_and_says_why()
    {
        using var sue = site.Host.As("sue", "supervisor,admin");
        await site.Person("nina", "Nina");
        await sue.PostAsJsonAsync("/api/teams", new { key = "ops", title = "Operations" }).Ok();
        await sue.PutAsync("/api/teams/ops/members/nina", null);
        var urgent = await site.Host.Case("Outage in Lyon", new { priority = "high" });
        await using var visit = await site.OpenCase(await site.Host.Case("Something else"), "nina");

        await visit.Page.Locator("#next-case").ClickAsync();

        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Outage in Lyon" })).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".told")).ToContainTextAsync("Major incidents");
        await Expect(visit.Page.Locator(".told")).ToContainTextAsync("priority high");
        await visit.Picture("case-next");
        await visit.Page.Locator("#next-case").ClickAsync();
        await Expect(visit.Page.Locator(".told")).ToContainTextAsync("Nothing waits in your queues.");
        Assert.NotNull(urgent.Text("ticket"));
    }

    [Fact]
    public async Task A_stage_that_is_published_appears_on_the_open_page()
    {
        await using var other = new Site();
        await other.InitializeAsync();
        await using var visit = await other.OpenCase(await other.Host.Case("Grows a stage"));
        await Expect(visit.Page.Locator(".stage")).ToHaveCountAsync(3);

        var file = Path.Combine(other.Host.Workflows, "support-case", "support-case.process.yaml");
        var source = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(
            file,
            source.Replace(
                "  - resolve:\n",
                "  - review:\n      title: { en: Review, fr: Relecture }\n  - resolve:\n",
                StringComparison.Ordinal
            )
        );

        await Expect(visit.Page.Locator(".stage")).ToHaveCountAsync(4, new() { Timeout = 20_000 });
        await Expect(visit.Page.Locator(".stages")).ToContainTextAsync("Review");
    }
}
