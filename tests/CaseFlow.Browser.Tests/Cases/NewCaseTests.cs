using System.Net.Http.Json;
using CaseFlow.Host.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseFlow.Browser.Tests.Cases;

/// <summary>A case is opened as an agent on the telephone does it.</summary>
public sealed class NewCaseTests(Site site) : IClassFixture<Site>
{
    [Fact]
    [Trait("Feature", "Inline create of customer/contact")]
    public async Task A_case_for_a_new_customer_is_opened_by_the_keyboard_alone()
    {
        await using var visit = await site.Open("/cases/new");
        var page = visit.Page;
        await Expect(page.Locator("#new-customer")).ToBeFocusedAsync();
        await visit.IsAccessible();

        await page.Keyboard.TypeAsync("Fabrikam Metals");
        var news = page.GetByRole(AriaRole.Option, new() { Name = "New customer" });
        await Expect(news).ToBeVisibleAsync();
        await Expect(page.GetByText("Nothing found")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "New customer" });
        await Expect(dialog.GetByLabel("Name")).ToHaveValueAsync("Fabrikam Metals");
        await visit.IsAccessible();
        await visit.Picture("new-customer");
        await dialog.GetByLabel("Phone").FillAsync("+33 1 23 45 67 89");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(page.Locator("#new-customer")).ToHaveValueAsync("Fabrikam Metals");
        await Expect(page.Locator(".card")).ToContainTextAsync("+33 1 23 45 67 89");

        await page.Locator("#new-title").FillAsync("The press does not start");
        await page.Keyboard.PressAsync("Control+Enter");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The press does not start" })).ToBeVisibleAsync();
        await Expect(page.Locator(".facts")).ToContainTextAsync("Fabrikam Metals");
    }

    [Fact]
    public async Task A_field_that_is_asked_for_only_sometimes_has_no_star_from_the_start()
    {
        await using var visit = await site.Open("/cases/new?process=access-request", language: "fr");
        var page = visit.Page;
        await page.GetByLabel("Processus").SelectOptionAsync("Demande d’accès");

        await Expect(page.Locator(".field", new() { HasText = "Système" })).ToContainTextAsync("*");
        await Expect(page.Locator(".field", new() { HasText = "Nécessaire jusqu’au" })).Not.ToContainTextAsync("*");
    }

    [Fact]
    public async Task What_is_wrong_stands_at_its_field_and_nothing_typed_is_lost()
    {
        await site.Host.Account("Typo and Co");
        await using var visit = await site.Open("/cases/new");
        var page = visit.Page;

        await page.Locator("#field-impact").FillAsync("a lot");
        await page.Locator("#field-description").FillAsync("A long story");
        await page.Locator("#create").ClickAsync();
        await Expect(page.Locator(".field", new() { Has = page.Locator("#new-customer") }).Locator(".field-error"))
            .ToBeVisibleAsync();
        await Choose(page, "Typo and Co");
        await page.Locator("#new-title").FillAsync("Wrong entries");
        await page.Locator("#create").ClickAsync();

        await Expect(page.Locator("#field-impact-error")).ToBeVisibleAsync();
        await Expect(page.Locator("#field-impact")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.Locator("#field-impact")).ToHaveValueAsync("a lot");
        await Expect(page.Locator("#field-description")).ToHaveValueAsync("A long story");
        await visit.IsAccessible();
        await visit.Picture("new-errors");
        await page.Locator("#field-impact").FillAsync("2");
        await page.Locator("#create").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Wrong entries" })).ToBeVisibleAsync();
    }

    [Fact]
    [Trait("Feature", "Existing-case check before creation")]
    public async Task A_case_that_is_open_already_is_found_while_the_title_is_typed()
    {
        var customer = await site.Host.Account("Twice Ltd");
        var first = await site.Host.Case("Mail server does not answer", new { customerId = customer });
        await using var visit = await site.Open("/cases/new");
        var page = visit.Page;

        await Choose(page, "Twice Ltd");
        await page.Locator("#new-title").FillAsync("mail server does not answer any more");
        await Expect(page.Locator(".duplicates")).ToContainTextAsync(first.Text("ticket")!);
        await visit.IsAccessible();
        await visit.Picture("new-duplicates");
        await page.Locator(".duplicates").GetByRole(AriaRole.Link, new() { Name = "Go on there" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Mail server does not answer" }))
            .ToBeVisibleAsync();
        using var ann = site.Host.As("ann");
        Assert.Single(
            (await ann.GetAsync($"/api/cases?customer={customer}").Ok()).GetProperty("items").EnumerateArray()
        );
    }

    [Fact]
    public async Task Who_calls_for_an_account_becomes_its_contact()
    {
        var account = await site.Host.Account("Northwind");
        using var ann = site.Host.As("ann");
        await ann.PostAsJsonAsync(
                "/api/customers",
                new
                {
                    kind = "contact",
                    name = "Maria Anders",
                    email = "maria@northwind.example",
                    accountId = account,
                }
            )
            .Ok();
        await using var visit = await site.Open("/cases/new");
        var page = visit.Page;

        await Choose(page, "maria@north", "Maria Anders");

        await Expect(page.Locator("#new-customer")).ToHaveValueAsync("Northwind");
        await Expect(page.Locator("#new-contact")).ToHaveValueAsync("Maria Anders");
        await visit.Picture("new-contact");
    }

    [Fact]
    [Trait("Feature", "Inline create of customer/contact")]
    public async Task What_was_typed_stays_while_the_customer_and_the_contact_are_made()
    {
        await using var visit = await site.Open("/cases/new");
        var page = visit.Page;
        await page.Locator("#new-title").FillAsync("The lathe stands still");
        await page.Locator("#field-description").FillAsync("Since this morning");

        await Make("#new-customer", "Adatum Tools", "New customer");
        await Make("#new-contact", "Petra Price", "New contact");

        await Expect(page.Locator("#new-customer")).ToHaveValueAsync("Adatum Tools");
        await Expect(page.Locator("#new-contact")).ToHaveValueAsync("Petra Price");
        await Expect(page.Locator("#new-title")).ToHaveValueAsync("The lathe stands still");
        await Expect(page.Locator("#field-description")).ToHaveValueAsync("Since this morning");

        async Task Make(string lookup, string name, string what)
        {
            await page.Locator(lookup).FillAsync(name);
            await page.GetByRole(AriaRole.Option, new() { Name = what }).ClickAsync();
            var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = what });
            await Expect(dialog.GetByLabel("Name")).ToHaveValueAsync(name);
            await page.Keyboard.PressAsync("Control+Enter");
            await Expect(dialog).ToBeHiddenAsync();
        }
    }

    [Theory]
    [InlineData(900, false)]
    [InlineData(1440, true)]
    public async Task The_form_holds_narrow_and_dark(int width, bool isDark)
    {
        await site.Host.Account("Contoso Dark");
        await using var visit = await site.Open("/cases/new", isDark: isDark, width: width);

        await Choose(visit.Page, "Contoso Dark");

        await visit.IsAccessible();
        await visit.Picture($"new-{width}{(isDark ? "-dark" : "")}");
    }

    private static async Task Choose(IPage page, string typed, string? name = null)
    {
        await page.Locator("#new-customer").FillAsync(typed);
        await page.GetByRole(AriaRole.Option, new() { Name = name ?? typed }).First.ClickAsync();
        await Expect(page.Locator(".card")).ToBeVisibleAsync();
    }
}
