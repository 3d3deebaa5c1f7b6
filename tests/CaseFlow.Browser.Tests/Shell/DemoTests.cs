using CaseFlow.Browser.Tests.Lists;
using CaseFlow.Host.Demo;
using CaseFlow.Host.Demo.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseFlow.Browser.Tests.Shell;

/// <summary>Whoever starts the demo is somebody of it after two clicks.</summary>
public sealed class DemoTests(DemoSite demo) : IClassFixture<DemoSite>
{
    [Fact]
    public async Task The_start_page_leads_to_the_filled_form_and_that_to_what_there_is_to_try()
    {
        await using var visit = await demo.Site.Open("/", user: null);
        var page = visit.Page;
        await Expect(page.Locator(".demo-people tbody tr")).ToHaveCountAsync(DemoPeople.SignIns.Length);
        await Expect(page.Locator(".demo-people")).ToContainTextAsync("See what is late");
        await visit.IsAccessible();
        await visit.Picture("start-demo");

        await page.GetByRole(AriaRole.Link, new() { Name = "Be sue" }).ClickAsync();
        await Expect(page.Locator("#User")).ToHaveValueAsync("sue");
        await Expect(page.Locator("#Password")).ToHaveValueAsync(DemoPeople.Password);
        await visit.IsAccessible();
        await visit.Picture("sign-in-demo");
        await page.Locator("main fluent-button", new() { HasText = "Sign in" }).ClickAsync();

        await page.WaitForURLAsync("**/supervise");
        await Expect(page.Locator(".figures")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Everybody_finds_what_he_is_there_to_try()
    {
        foreach (var (key, _) in DemoPeople.SignIns)
        {
            var (what, address) = DemoTexts.Of(key);
            Assert.NotNull(what);
            await using var visit = await demo.Site.Open(
                $"/sign-in?as={key}&returnUrl={address}",
                user: null,
                language: "fr"
            );
            await visit.Page.Locator("main fluent-button").First.ClickAsync();
            await visit.Page.WaitForURLAsync($"**{address}");
            await Expect(visit.Page.Locator("main h1").First).ToBeVisibleAsync();
            await Expect(visit.Page.GetByText("Vous n’avez pas accès")).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task Nobody_else_has_his_form_filled_in()
    {
        await using var visit = await demo.Site.Open("/sign-in?as=root", user: null);

        await Expect(visit.Page.Locator("#User")).ToHaveValueAsync("");
        await Expect(visit.Page.Locator("#Password")).ToHaveValueAsync("");
    }
}
