using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseFlow.Browser.Tests.Cases;

/// <summary>The case page in French, dark and narrow.</summary>
public sealed class LooksTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_case_is_walked_in_French()
    {
        var opened = await site.Host.Case("Serveur lent", new { priority = "high" });
        await using var visit = await site.OpenCase(opened, language: "fr");
        var page = visit.Page;
        await Expect(page.Locator(".stages")).ToContainTextAsync("Rechercher");
        await Expect(page.Locator("#status")).ToContainTextAsync("En cours");
        await Expect(page.Locator(".clocks")).ToContainTextAsync("reste");

        await page.Locator("#stage-next").ClickAsync();
        await Expect(page.Locator(".missing")).ToContainTextAsync("Il manque pour l’étape suivante");
        await page.Locator("#stage-next").HoverAsync();
        await Expect(page.Locator("#stage-next-why")).ToContainTextAsync("L’étape n’est pas encore terminée.");
        await page.Locator("#status").ClickAsync();
        await page.Locator(".chooser-list button", new() { HasText = "En attente de détails" }).ClickAsync();
        await Expect(page.Locator(".events"))
            .ToContainTextAsync("a fait passer le statut de En cours à En attente de détails");
        await page.Locator("#command-assign").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).Locator("footer fluent-button").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Choisissez.");

        await visit.IsAccessible();
        await page.Keyboard.PressAsync("Escape");
        await visit.Picture("case-fr");
    }

    [Fact]
    public async Task Why_something_is_not_possible_is_said_in_French()
    {
        var opened = await site.Host.Case("Imprimante en panne");
        await site.Activity(opened, new { kind = "task", subject = "Rappeler demain" });
        await using var visit = await site.OpenCase(opened, language: "fr");
        var page = visit.Page;

        await Expect(page.Locator(".events")).ToContainTextAsync("ann a ajouté : Tâche « Rappeler demain »");
        await Expect(page.Locator(".events")).ToContainTextAsync("Clients Gold Pourquoi ici ?");
        await page.Locator("#status").ClickAsync();
        var statuses = page.Locator(".chooser-list");
        await Expect(statuses).ToContainTextAsync("« Rappeler demain » est en cours.");
        await visit.Picture("why-fr");
        string[] english = ["possible any more", "is open", "must be", "needs", "There is"];
        foreach (var part in english)
        {
            await Expect(page.Locator(".case-page")).Not.ToContainTextAsync(part);
        }
    }

    [Theory]
    [InlineData(900, false)]
    [InlineData(1440, true)]
    [InlineData(900, true)]
    public async Task The_page_holds_narrow_and_dark(int width, bool isDark)
    {
        var customer = await site.Host.Account("Adventure Works");
        await site.Host.Case("Bicycle does not brake", new { customerId = customer });
        var opened = await site.Host.Case(
            "The invoice of March shows an amount that nobody can explain to the customer",
            new
            {
                customerId = customer,
                priority = "high",
                description = "Called at nine.\nWants an answer today.",
            }
        );
        await site.Activity(
            opened,
            new
            {
                kind = "phone-call",
                subject = "First call",
                direction = "incoming",
                completed = true,
                minutes = 7,
            }
        );
        await site.Activity(
            opened,
            new
            {
                kind = "task",
                subject = "Ask accounting",
                due = DateTimeOffset.UtcNow.AddHours(4),
            }
        );
        await using var visit = await site.OpenCase(opened, isDark: isDark, width: width);

        await Expect(visit.Page.Locator(".events")).ToContainTextAsync("Ask accounting");
        await Expect(visit.Page.Locator("[data-clock-time]").First).ToContainTextAsync("left");
        var isWide = await visit.Page.EvaluateAsync<bool>(
            "document.querySelector('main').scrollWidth > document.querySelector('main').clientWidth"
        );
        Assert.False(isWide);
        await visit.IsAccessible();
        await visit.Picture($"case-{width}{(isDark ? "-dark" : "")}");
    }

    [Fact]
    public async Task Clocks_count_down_in_the_browser_by_themselves()
    {
        await using var visit = await site.OpenCase(await site.Host.Case("Ticking", new { priority = "high" }));
        var time = visit.Page.Locator(".clock", new() { HasText = "Resolution" }).Locator("[data-clock-time]");
        await Expect(time).Not.ToBeEmptyAsync();
        var before = await time.TextContentAsync();

        await visit.Page.Context.SetOfflineAsync(true);
        await Expect(time).Not.ToHaveTextAsync(before!);
        await Expect(visit.Page.Locator(".clock", new() { HasText = "Resolution" })).ToContainTextAsync("On time");
    }
}
