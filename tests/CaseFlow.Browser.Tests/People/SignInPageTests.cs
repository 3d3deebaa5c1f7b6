using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseFlow.Browser.Tests.People;

/// <summary>The forms that are posted without a script, by somebody who uses the keyboard alone.</summary>
public sealed class SignInPageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Enter_in_a_field_sends_the_form()
    {
        await using var visit = await site.Open("/setup", user: null);
        var page = visit.Page;
        await page.Locator("#User").FillAsync("root");
        await page.Locator("#Name").FillAsync("Root");
        await page.Locator("#Password").FillAsync("correct horse battery");
        await visit.IsAccessible();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The first administrator" })).ToHaveCountAsync(0);

        await visit.Go("/sign-in");
        await page.Locator("#User").FillAsync("root");
        await page.Locator("#Password").FillAsync("not the password");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await visit.IsAccessible();
    }
}
