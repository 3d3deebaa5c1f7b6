using System.Net.Http.Json;
using CaseFlow.Host.Tests;
using CaseFlow.Host.Tests.People;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseFlow.Browser.Tests.People;

/// <summary>An admin keeps people, their rights and keys, and reads who did what.</summary>
public sealed class PeoplePageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task An_admin_hires_somebody_gives_rights_and_takes_them_away()
    {
        using var root = site.Host.As("root", "admin");
        await root.PostAsJsonAsync("/api/teams", new { key = "ops", title = "Operations" }).Ok();
        await using var visit = await site.Open("/work", "root", "admin");
        var page = visit.Page;
        await page.Locator(".navigation").GetByRole(AriaRole.Link, new() { Name = "People" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "People", Exact = true })).ToBeVisibleAsync();

        await Press(page, "New person…");
        await page.Locator("#person-key").FillAsync("zoe");
        await page.Locator("#person-name").FillAsync("Zoe Zander");
        await page.Locator("#person-password").FillAsync("short");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("#person-password-error")).ToBeVisibleAsync();
        await visit.IsAccessible();
        await visit.Picture("people-new");
        await page.Locator("#person-password").FillAsync(Staff.Password);
        await page.Keyboard.PressAsync("Control+Enter");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Zoe Zander" })).ToBeVisibleAsync();
        await Expect(page.Locator("#has-password")).ToHaveTextAsync("set");
        using (var zoe = await site.Host.SignedIn("zoe"))
        {
            await zoe.GetAsync("/api/cases").Ok();
        }

        await Press(page, "Change roles…");
        await page.GetByLabel("Supervisor").CheckAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("#roles-now")).ToHaveTextAsync("Agent, Supervisor");
        await page.Locator("#team-to-add").SelectOptionAsync("ops");
        await Expect(page.Locator("#teams")).ToContainTextAsync("Operations");

        await Press(page, "New key…");
        await page.Locator("#key-name").FillAsync("Nightly import");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("#made-key")).ToContainTextAsync("cf_");
        await page.Keyboard.PressAsync("Escape");
        await visit.IsAccessible();
        await visit.Picture("person");
        await page.Locator("fluent-button[aria-label='Revoke Nightly import']").ClickAsync();
        await Expect(page.GetByText("revoked")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take out of Operations" }).ClickAsync();
        await Expect(page.GetByText("In no team.")).ToBeVisibleAsync();

        await Press(page, "Deactivate…");
        await page.GetByRole(AriaRole.Dialog).Locator("footer fluent-button").First.ClickAsync();
        await Expect(page.Locator(".page-head")).ToContainTextAsync("Deactivated");
        using (var zoe = site.Host.Browser())
        {
            var answer = await zoe.PostAsJsonAsync("/api/sign-in", new { user = "zoe", password = Staff.Password });
            Assert.Equal(System.Net.HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        await Press(page, "Activate");
        await Expect(page.Locator(".page-head")).Not.ToContainTextAsync("Deactivated");
    }

    [Fact]
    public async Task A_locked_person_is_let_in_again()
    {
        await site.Host.Hire("locky", "agent");
        using (var browser = site.Host.Browser())
        {
            for (var tries = 0; tries < 10; tries++)
            {
                await browser.PostAsJsonAsync("/api/sign-in", new { user = "locky", password = $"wrong one {tries}" });
            }
        }

        await using var visit = await site.Open("/people/locky", "root", "admin");
        var page = visit.Page;
        await Expect(page.Locator("#locked")).ToBeVisibleAsync();

        await Press(page, "Unlock");
        await Expect(page.Locator("#locked")).ToHaveCountAsync(0);
        using var again = await site.Host.SignedIn("locky");

        await Press(page, "Reset the password…");
        await page.Locator("#person-password").FillAsync("another horse battery");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The password is set.");
        using var anew = await site.Host.SignedIn("locky", "another horse battery");
    }

    [Fact]
    public async Task The_audit_is_narrowed_and_paged_in_French()
    {
        using var root = site.Host.As("root", "admin");
        for (var number = 0; number < 55; number++)
        {
            await root.PostAsJsonAsync("/api/teams", new { key = $"team-{number}", title = $"Team {number}" }).Ok();
        }

        await root.PutAsJsonAsync("/api/teams/team-7", new { title = "Team sept" }).Ok();
        await using var visit = await site.Open("/audit?action=team-added", "root", "admin", "fr");
        var page = visit.Page;
        var rows = page.Locator("main tbody tr");
        await Expect(rows).ToHaveCountAsync(50);
        await Expect(rows.First).ToContainTextAsync("Équipe ajoutée");
        await page.Locator("button.more").ClickAsync();
        await Expect(page.Locator("button.more")).ToHaveCountAsync(0);
        Assert.True(await rows.CountAsync() >= 55);

        await page.Locator("#audit-action").SelectOptionAsync("");
        await page.Locator("#audit-subject").FillAsync("team:team-7");
        await page.Keyboard.PressAsync("Enter");
        await Expect(rows).ToHaveCountAsync(2);
        await Expect(rows.First).ToContainTextAsync("Équipe modifiée");
        await visit.IsAccessible();
        await visit.Picture("audit-fr");
        await page.Locator("#audit-by").FillAsync("nemo");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Rien de tel");
    }

    [Fact]
    public async Task People_are_found_by_name_and_team_and_a_supervisor_gives_no_rights()
    {
        using var root = site.Host.As("root", "admin");
        await root.PostAsJsonAsync("/api/users", new { key = "yves", name = "Yves Yvon" }).Ok();
        await root.PostAsJsonAsync("/api/users", new { key = "xena", name = "Xena Xu" }).Ok();
        await root.PostAsJsonAsync("/api/teams", new { key = "night", title = "Night shift" }).Ok();
        await root.PutAsync("/api/teams/night/members/yves", null);
        await using var visit = await site.Open("/people", "sue", "supervisor", isDark: true, width: 900);
        var page = visit.Page;
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Xena Xu" })).ToBeVisibleAsync();
        await visit.IsAccessible();
        await visit.Picture("people-dark-900");

        await page.Locator("#people-team").SelectOptionAsync("night");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Xena Xu" })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Yves Yvon" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Yves Yvon" })).ToBeVisibleAsync();
        await Expect(page.Locator("#teams")).ToContainTextAsync("Night shift");
        await Expect(page.Locator("main fluent-button", new() { HasText = "Change roles…" })).ToHaveCountAsync(0);
        await visit.Go("/audit");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "This is not yours to see" })).ToBeVisibleAsync();
    }

    private static Task Press(IPage page, string button) =>
        page.Locator("main fluent-button", new() { HasText = button }).First.ClickAsync();
}
