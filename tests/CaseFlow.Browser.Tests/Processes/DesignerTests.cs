using CaseFlow.Host.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseFlow.Browser.Tests.Processes;

/// <summary>An admin changes how cases run: what he writes is checked as he writes it, and told before it is published.</summary>
public sealed class DesignerTests(Site site) : IClassFixture<Site>
{
    private const string Page = "/designer/processes/support-case";
    private const string Roles = "designer,admin";

    [Fact]
    public async Task The_text_is_given_more_of_the_width_by_keys_and_by_dragging_and_that_is_remembered()
    {
        await using var visit = await site.Open("/designer/processes/support-case", "dora", Roles);
        var page = visit.Page;
        var bar = page.GetByRole(AriaRole.Separator, new() { Name = "Width of the text" });
        await Expect(bar).ToHaveAttributeAsync("aria-valuenow", "42");
        await bar.FocusAsync();
        await page.Keyboard.PressAsync("PageUp");
        await Expect(bar).ToHaveAttributeAsync("aria-valuenow", "32");
        await visit.IsAccessible();

        var at = (await bar.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(at.X + 6, at.Y + 100);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(at.X + 300, at.Y + 100, new() { Steps = 5 });
        await page.Mouse.UpAsync();
        var wide = (await page.Locator(".editor-box").BoundingBoxAsync())!.Width;
        Assert.True(wide > 650, $"The text has {wide} pixels.");
        await visit.Picture("designer-wide-text");

        await visit.Go("/designer/processes/support-case");
        await Expect(bar).Not.ToHaveAttributeAsync("aria-valuenow", "42");
        Assert.Equal(wide, (await page.Locator(".editor-box").BoundingBoxAsync())!.Width, 8);
    }

    [Fact]
    public async Task What_is_wrong_in_a_process_is_said_in_the_persons_language()
    {
        await using var visit = await site.Open("/designer/processes/support-case", "dora", Roles, language: "fr");
        var page = visit.Page;
        await page.Locator(".cm-content").ClickAsync();
        await page.Keyboard.PressAsync("Control+Home");
        await page.Keyboard.TypeAsync("rooting: none\n");

        await Expect(page.Locator(".problems"))
            .ToContainTextAsync("clé inconnue « rooting » dans un processus ; vouliez-vous dire « routing » ?");
        await visit.Picture("designer-problems-fr");
    }

    [Fact]
    public async Task An_error_is_marked_mended_the_change_told_and_once_published_on_the_open_page_of_a_case()
    {
        var opened = await site.Host.Case("A case that is open");
        await using var agent = await site.Open($"/cases/{opened.Text("ticket")}");
        await Expect(agent.Page.Locator(".stage")).ToHaveCountAsync(3);
        await agent.Page.Locator("#field-description").FillAsync("Typed meanwhile");
        await using var visit = await site.Open(Page, "dora", Roles);
        var page = visit.Page;
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "In progress" })).ToBeVisibleAsync();
        await Expect(page.Locator(".navigation a.active")).ToHaveTextAsync("Processes");

        await Replace(page, "queue: outage", "queue: outrage");
        await Expect(page.Locator(".problems")).ToContainTextAsync("did you mean 'outage'?");
        await Expect(page.Locator(".cm-lintRange-error")).ToBeVisibleAsync();
        await visit.IsAccessible();
        await visit.Picture("designer-error");

        await Replace(page, "queue: outrage", "queue: outage");
        await Expect(page.Locator(".problems")).ToHaveCountAsync(0);
        await Replace(page, "  - research:", "  - triage:\n      title: Triage\n  - research:");
        await Expect(page.GetByText("Changed, not published")).ToBeVisibleAsync();
        await page.Locator("fluent-button", new() { HasText = "Review and publish" }).ClickAsync();
        await Expect(page.GetByText("Stage 'Triage' is new, in place 2.")).ToBeVisibleAsync();
        await Expect(page.GetByText("follow the new version")).ToBeVisibleAsync();
        await visit.Picture("designer-review");

        await page.Locator("fluent-button", new() { HasText = "Publish" }).Last.ClickAsync();
        await Expect(page.GetByText("Version 2 runs now.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Triage 0" })).ToBeVisibleAsync();
        await visit.Picture("designer-published");

        await Expect(agent.Page.Locator(".stage")).ToHaveCountAsync(4);
        await Expect(agent.Page.Locator(".stages")).ToContainTextAsync("Triage");
        await Expect(agent.Page.Locator("#field-description")).ToHaveValueAsync("Typed meanwhile");
    }

    [Fact]
    public async Task The_diagram_of_statuses_fits_beside_the_text()
    {
        await using var visit = await site.Open(Page, "dora", Roles);
        await Expect(visit.Page.Locator(".diagram svg").First).ToBeVisibleAsync();

        var hidden = await visit.Page.EvaluateAsync<int>(
            "(() => { const one = document.querySelector('.diagram'); return one.scrollWidth - one.clientWidth; })()"
        );

        Assert.InRange(hidden, 0, 1);
        await visit.Picture("designer-diagram");
    }

    [Fact]
    public async Task Rules_are_moved_and_a_case_is_tried()
    {
        await using var visit = await site.Open(Page, "dora", Roles);
        var page = visit.Page;

        await page.GetByRole(AriaRole.Tab, new() { Name = "Routing" }).ClickAsync();
        await visit.Picture("designer-routing");
        await page.GetByRole(AriaRole.Button, new() { Name = "Move “Gold customers” up" }).ClickAsync();
        await Expect(page.Locator(".views tbody tr").First).ToContainTextAsync("Gold customers");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Changes" }).ClickAsync();
        await Expect(page.GetByText("Rule 'Gold customers' moved from place 2 to 1.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Tab, new() { Name = "Try a case" }).ClickAsync();
        await page.GetByLabel("Tier of the customer").FillAsync("gold");
        await page.Locator("fluent-button", new() { HasText = "Try" }).Last.ClickAsync();
        await Expect(page.GetByText("Goes to Gold desk")).ToBeVisibleAsync();
        await visit.IsAccessible();
        await visit.Picture("designer-try");

        await page.GetByRole(AriaRole.Tab, new() { Name = "Scenarios" }).ClickAsync();
        await page.Locator("fluent-button", new() { HasText = "Run" }).ClickAsync();
        await Expect(page.GetByText("scenarios pass")).ToBeVisibleAsync();
        await visit.Picture("designer-scenarios");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Versions" }).ClickAsync();
        await visit.Picture("designer-versions");
    }

    [Fact]
    public async Task The_diagram_lists_the_cases_of_a_box_by_keyboard_and_in_French()
    {
        await site.Host.Case("Une imprimante en feu");
        await using var visit = await site.Open(Page, "dora", Roles, "fr", isDark: true, width: 900);
        var page = visit.Page;

        await page.GetByRole(AriaRole.Button, new() { Name = "En cours" }).First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Une imprimante en feu")).ToBeVisibleAsync();
        await visit.IsAccessible();
        await visit.Picture("designer-fr-dark-900");
    }

    [Fact]
    public async Task The_designer_lists_what_runs_and_webhooks_what_was_delivered()
    {
        await using var visit = await site.Open("/designer", "dora", Roles);
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Support case" })).ToBeVisibleAsync();
        await visit.IsAccessible();
        await visit.Picture("designer");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "survey" }).First.ClickAsync();
        await Expect(visit.Page.GetByText("No open incident.")).ToBeVisibleAsync();
        await visit.IsAccessible();
        await visit.Picture("designer-workflow");

        await visit.Go("/designer/webhooks");
        await visit.IsAccessible();
        await visit.Picture("designer-webhooks");
    }

    // As somebody who finds a place and types over it.
    private static async Task Replace(IPage page, string text, string by)
    {
        await page.Locator(".cm-content").First.ClickAsync();
        await page.Keyboard.PressAsync("Control+f");
        await page.Locator(".cm-search input[name=search]").FillAsync("");
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.InsertTextAsync(by);
    }
}
