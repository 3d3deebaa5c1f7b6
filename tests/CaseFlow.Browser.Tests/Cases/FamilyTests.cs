using System.Net.Http.Json;
using CaseFlow.Host.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseFlow.Browser.Tests.Cases;

/// <summary>Whom a case is for, what pays for it, and what belongs to it, as its page changes it.</summary>
public sealed class FamilyTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_case_is_put_under_a_parent_and_taken_out_again()
    {
        var customer = await site.Host.Account("Parents Ltd");
        var parent = await site.Host.Case("Network is down", new { customerId = customer });
        var child = await site.Host.Case("Phones are silent", new { customerId = customer });
        await using var visit = await site.OpenCase(child);
        var page = visit.Page;

        await page.Locator("#command-set-parent").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Put under a parent" });
        await dialog.GetByRole(AriaRole.Combobox).FillAsync("Network");
        await dialog.GetByRole(AriaRole.Option, new() { Name = "Network is down" }).ClickAsync();
        await visit.IsAccessible();
        await Save(dialog);
        await Expect(Related(page)).ToContainTextAsync("Network is down");
        await Expect(page.Locator("#command-set-parent")).ToHaveCountAsync(0);
        await Expect(page.Locator("#command-add-children-why")).ToContainTextAsync("Not possible:");
        await visit.Picture("case-family");

        await visit.Go($"/cases/{parent.Text("ticket")}");
        await Expect(Related(page)).ToContainTextAsync("Phones are silent");
        await Expect(page.Locator("#command-set-parent-why")).ToContainTextAsync("cannot become a child");
        await visit.IsAccessible();
        await page.Locator($"#remove-child-{child.Text("id")}").ClickAsync();
        await Expect(Related(page)).Not.ToContainTextAsync("Phones are silent");

        await page.Locator("#command-add-children").ClickAsync();
        dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Add a child" });
        await dialog.GetByRole(AriaRole.Combobox).FillAsync("Phones");
        await dialog.GetByRole(AriaRole.Option, new() { Name = "Phones are silent" }).ClickAsync();
        await Save(dialog);
        await Expect(Related(page)).ToContainTextAsync("Phones are silent");
        await visit.Go($"/cases/{child.Text("ticket")}");
        await page.Locator($"#remove-child-{parent.Text("id")}").ClickAsync();
        await Expect(Related(page)).Not.ToContainTextAsync("Network is down");
    }

    [Fact]
    public async Task A_merge_is_undone_by_who_may_and_an_agent_sees_why_he_may_not()
    {
        var customer = await site.Host.Account("Merged and Parted");
        var survivor = await site.Host.Case("Door squeaks", new { customerId = customer });
        var merged = await site.Host.Case("Door is loud", new { customerId = customer });
        await site.Activity(survivor, new { kind = "task", subject = "Before all that" });
        using var ann = site.Host.As("ann");
        await ann.PostAsJsonAsync(
                $"/api/cases/{survivor.Text("id")}/merge",
                new { cases = new[] { merged.Text("id") } }
            )
            .Ok();
        await site.Activity(survivor, new { kind = "task", subject = "Oil the hinge" });
        await site.Activity(survivor, new { kind = "task", subject = "Ask the neighbours" });
        var button = $"#unmerge-{merged.Text("id")}";

        await using (var agent = await site.OpenCase(survivor))
        {
            await Expect(agent.Page.Locator(button + "-why")).ToContainTextAsync("Not possible:");
        }

        await using var visit = await site.Open($"/cases/{survivor.Text("ticket")}", "sue", "supervisor");
        await visit.Page.Locator(button).ClickAsync();
        var dialog = visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Unmerge" });
        await Expect(dialog).ToContainTextAsync($"{merged.Text("ticket")} goes on by itself");
        await Expect(dialog).Not.ToContainTextAsync("Before all that");
        await dialog.Locator("label", new() { HasText = "Oil the hinge" }).Locator("input").CheckAsync();
        await visit.IsAccessible();
        await visit.Picture("case-unmerge");
        await Save(dialog);
        await Expect(Related(visit.Page)).Not.ToContainTextAsync("Door is loud");

        var again = await ann.GetAsync($"/api/cases/{merged.Text("id")}").Ok();
        Assert.Equal("active", again.Text("state"));
        Assert.Equal(["Oil the hinge"], await Subjects(merged));
        Assert.Equal(["Before all that", "Ask the neighbours"], await Subjects(survivor));

        async Task<string?[]> Subjects(System.Text.Json.JsonElement of) =>
            [
                .. (await ann.GetAsync($"/api/cases/{of.Text("id")}/activities").Ok())
                    .GetProperty("items")
                    .EnumerateArray()
                    .Select(one => one.Text("subject")),
            ];
    }

    [Fact]
    public async Task A_case_gets_another_customer_and_the_contact_of_the_first_goes()
    {
        var first = await site.Host.Account("Wrong Number Inc");
        using var ann = site.Host.As("ann");
        var contact = await ann.PostAsJsonAsync(
                "/api/contacts",
                new
                {
                    kind = "contact",
                    name = "Wendy Wrong",
                    accountId = first,
                }
            )
            .Ok();
        var second = await site.Host.Account("Right Number Inc");
        var opened = await site.Host.Case("Who called?", new { customerId = first, contactId = contact.Text("id") });
        await using var visit = await site.OpenCase(opened);
        var page = visit.Page;
        await Expect(page.Locator("#field-contact")).ToHaveValueAsync("Wendy Wrong");

        await page.Locator("#field-customer").FillAsync("Right");
        await page.GetByRole(AriaRole.Option, new() { Name = "Right Number Inc" }).ClickAsync();
        await Expect(page.Locator("#field-contact")).ToHaveValueAsync("");
        await page.Locator(".save-bar fluent-button").First.ClickAsync();

        await Expect(page.Locator(".save-bar")).ToHaveCountAsync(0);
        await Expect(page.Locator(".facts")).ToContainTextAsync("Right Number Inc");
        await Expect(page.Locator(".card-name")).ToHaveTextAsync("Right Number Inc");
        var now = await ann.GetAsync($"/api/cases/{opened.Text("id")}").Ok();
        Assert.Equal(second, now.GetProperty("customerId").GetGuid());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, now.GetProperty("contactId").ValueKind);
    }

    [Fact]
    public async Task Nothing_is_taken_from_the_entitlement_once_one_says_why()
    {
        var customer = await site.Host.Account("Ten Cases GmbH");
        await Agree(customer);
        var opened = await site.Host.Case("Paid by terms", new { customerId = customer });
        await using var visit = await site.OpenCase(opened);
        var page = visit.Page;

        await page.Locator("#command-do-not-decrement").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Take nothing from the entitlement" });
        await Save(dialog);
        await Expect(dialog.Locator("#decrement-reason-error")).ToBeVisibleAsync();
        await dialog.Locator("#decrement-reason").FillAsync("It was our mistake");
        await visit.IsAccessible();
        await visit.Picture("case-decrement");
        await Save(dialog);

        await Expect(page.Locator(".card")).ToContainTextAsync("Nothing is taken from the entitlement");
        using var ann = site.Host.As("ann");
        var switched = await ann.GetAsync($"/api/cases/{opened.Text("id")}").Ok();
        Assert.True(switched.GetProperty("doNotDecrement").GetBoolean());
        await page.Locator("#command-do-not-decrement").ClickAsync();
        await Expect(page.Locator(".card")).Not.ToContainTextAsync("Nothing is taken from the entitlement");
    }

    [Fact]
    public async Task The_clock_says_which_SLA_it_runs_by_and_who_supplies_it()
    {
        using var dora = site.Host.As("dora", "designer");
        const string source = """
            process: supplied
            title: Supplied
            statuses: { active: { open: { initial: true } }, resolved: { done: } }
            transitions: any
            sla:
              - { kpi: Answer, sla: Gold, starts: case.created, met-by: case.resolved, fail-after: 48h }
              - { kpi: Answer, rule: Everybody, starts: case.created, met-by: case.resolved, fail-after: 96h }
            """;
        await dora.PostAsJsonAsync("/api/processes/publish", new { source }).Ok();
        var customer = await site.Host.Account("Supplied GmbH");
        await Agree(customer, "Gold");
        var opened = await site.Host.Case("Who supplies it", new { process = "supplied", customerId = customer });
        await using var visit = await site.OpenCase(opened);

        await Expect(visit.Page.Locator(".clock")).ToContainTextAsync("Gold, from Ten cases");
        await visit.IsAccessible();
        using var ann = site.Host.As("ann");
        await ann.PatchAsJsonAsync($"/api/cases/{opened.Text("id")}", new { entitlementId = (string?)null }).Ok();
        await Expect(visit.Page.Locator(".clock")).ToContainTextAsync("Everybody, by default");
    }

    private async Task Agree(Guid customer, string? sla = null)
    {
        using var sue = site.Host.As("sue", "supervisor");
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var draft = await sue.PostAsJsonAsync(
                "/api/entitlements",
                new
                {
                    customerId = customer,
                    name = "Ten cases",
                    starts = today.AddDays(-30),
                    ends = today.AddDays(300),
                    allocation = "cases",
                    total = 10,
                    decreaseOn = "creation",
                    level = "gold",
                    sla,
                    timeZone = "Europe/Paris",
                }
            )
            .Ok();
        await sue.PostAsync($"/api/entitlements/{draft.Text("id")}/activate", null).Ok();
        await sue.PostAsync($"/api/entitlements/{draft.Text("id")}/default", null).Ok();
    }

    private static ILocator Related(IPage page) =>
        page.Locator("section.panel", new() { Has = page.Locator("#related-title") });

    private static Task Save(ILocator dialog) => dialog.Locator("footer fluent-button").First.ClickAsync();
}
