using CaseFlow.Host.Tests;
using CaseFlow.Host.Tests.Webhooks;
using CaseFlow.Host.Tests.Workflows;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseFlow.Browser.Tests.Processes;

/// <summary>What went wrong by itself is put right by hand: incidents of workflows, and what webhooks could not deliver.</summary>
public sealed class OperatingTests(Site site) : IClassFixture<Site>
{
    private const string Roles = "designer,admin";

    [Fact]
    public async Task An_incident_is_retried_skipped_or_cancelled()
    {
        using var workshop = new Workshop(site.Host);
        await workshop.Publish(
            Flow.Of("breaks", $"type: Elsa.Fault, {Flow.Text("message", "kaput")}", Flow.Line("'behind it'"))
        );
        var first = (await workshop.Run("breaks")).Text("id")!;
        await Faulted(workshop, first);
        await using var visit = await site.Open("/designer/workflows/breaks", "dora", Roles);
        var page = visit.Page;
        var rows = page.Locator("main table").First.Locator("tbody tr");
        await Expect(rows).ToHaveCountAsync(1);
        await Expect(rows.First).ToContainTextAsync("kaput");
        await visit.IsAccessible();
        await visit.Picture("designer-incident");

        var failed = await rows.First.GetAttributeAsync("id");
        await Press(page, "Retry a0");
        await Expect(rows.First).Not.ToHaveAttributeAsync("id", failed!);
        await Expect(rows.First).ToContainTextAsync("kaput");
        await Press(page, "Skip a0");
        await Expect(page.GetByText("No open incident.")).ToBeVisibleAsync();
        await Ended(workshop, first, "finished");

        var second = (await workshop.Run("breaks")).Text("id")!;
        await Faulted(workshop, second);
        await Expect(rows.First).ToContainTextAsync("kaput");
        await Press(page, "Cancel at a0");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Cancel at a0" });
        await Expect(dialog).ToContainTextAsync("There is no way back.");
        await visit.IsAccessible();
        await visit.Picture("designer-incident-cancel");
        await dialog.Locator("footer fluent-button").Last.ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
        await Ended(workshop, second, "faulted");
        await Press(page, "Cancel at a0");
        await dialog.Locator("footer fluent-button").First.ClickAsync();
        await Expect(page.GetByText("No open incident.")).ToBeVisibleAsync();
        await Ended(workshop, second, "cancelled");
    }

    [Fact]
    public async Task Incidents_of_all_workflows_stand_on_one_page_and_are_decided_there()
    {
        using var workshop = new Workshop(site.Host);
        var instances = new List<string>();
        foreach (var name in (string[])["first-to-break", "second-to-break"])
        {
            await workshop.Publish(
                Flow.Of(name, $"type: Elsa.Fault, {Flow.Text("message", "kaput " + name)}", Flow.Line("'behind it'"))
            );
            instances.Add((await workshop.Run(name)).Text("id")!);
            await Faulted(workshop, instances[^1]);
        }

        await using var visit = await site.Open("/designer", "dora", Roles);
        var page = visit.Page;
        await Expect(page.Locator("tr", new() { HasText = "first-to-break" })).ToContainTextAsync("Open incidents: 1");
        await page.GetByRole(AriaRole.Navigation)
            .GetByRole(AriaRole.Link, new() { Name = "Incidents", Exact = true })
            .ClickAsync();
        var first = page.Locator("tr", new() { HasText = "kaput first-to-break" });
        await Expect(first).ToContainTextAsync(instances[0]);
        await Expect(page.Locator("tr", new() { HasText = "kaput second-to-break" })).ToContainTextAsync(instances[1]);
        await visit.IsAccessible();
        await visit.Picture("designer-incidents");

        await first.Locator("fluent-button[aria-label=\"Skip a0\"]").ClickAsync();
        await Expect(first).ToHaveCountAsync(0);
        await Ended(workshop, instances[0], "finished");
        await page.Locator("tr", new() { HasText = "kaput second-to-break" })
            .Locator("fluent-button[aria-label=\"Skip a0\"]")
            .ClickAsync();
        await Ended(workshop, instances[1], "finished");
    }

    [Fact]
    public async Task What_is_wrong_with_a_saved_file_stands_on_the_page_of_what_it_is_about()
    {
        await Save(
            "returns.process.yaml",
            "process: returns\ntitle: Returns\nstatuses:\n  active:\n    open: { inital: true }\n"
        );
        await Save("letters.workflow.yaml", "id: letters\nroot:\n  type: Elsa.Nothing\n");
        await Save("bell.webhook.yaml", "webhook: bell\nprocess: nope\n");
        await Save("desk.mailbox.yaml", "mailbox: desk\n");
        await using var visit = await site.Open("/designer", "dora", "supervisor,designer,admin");
        var page = visit.Page;
        foreach (
            var (path, said) in new[]
            {
                ("/designer/processes/returns", "unknown key 'inital' in a status; did you mean 'initial'?"),
                ("/designer/workflows/letters", "there is no activity 'Elsa.Nothing'"),
                ("/designer/webhooks", "unknown process 'nope'"),
                ("/supervise/mail", "desk.mailbox.yaml"),
            }
        )
        {
            await Hooks.Eventually(async () =>
            {
                await visit.Go(path);
                return (await page.Locator("main").InnerTextAsync()).Contains(said);
            });
            await Expect(page.Locator(".file-problems")).ToContainTextAsync(said);
            await visit.IsAccessible();
        }

        await visit.Go("/designer/workflows/letters");
        await visit.Picture("designer-saved-file");

        Task Save(string name, string text) => File.WriteAllTextAsync(Path.Combine(site.Host.Workflows, name), text);
    }

    [Fact]
    public async Task Dead_letters_are_listed_and_replayed_one_by_one_and_all_at_once()
    {
        await using var receiver = await Receiver.Open();
        receiver.Answer = (_, response) =>
        {
            response.StatusCode = 500;
            return Task.CompletedTask;
        };
        var subscription = await site.Host.Subscribe(
            new
            {
                url = receiver.Url,
                name = "Ledger",
                types = new[] { "opened" },
            }
        );
        await site.Host.Case("Nobody heard of it");
        await site.Host.Case("Nor of this");
        await Hooks.Eventually(async () => (await site.Host.Deliveries(subscription, "dead")).Length == 2);
        receiver.Answer = (_, _) => Task.CompletedTask;

        await using var visit = await site.Open("/designer/webhooks", "dora", Roles);
        var page = visit.Page;
        await page.GetByLabel("Only dead letters").CheckAsync();
        var rows = page.Locator("tr", new() { HasText = "Ledger" });
        await Expect(rows).ToHaveCountAsync(2);
        await visit.IsAccessible();
        await visit.Picture("designer-dead-letters");

        await rows.First.Locator("fluent-button").ClickAsync();
        await Hooks.Eventually(() => receiver.Taken.Length == 1);
        await page.Locator("fluent-button", new() { HasText = "Replay all dead letters" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 sent again.");
        await Hooks.Eventually(() => receiver.Taken.Length == 2);
        Assert.All(receiver.Taken, one => Assert.True(one.IsReplay));
        await Expect(page.GetByText("Nothing was delivered yet.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_came_to_a_webhook_is_worked_on_again()
    {
        await File.WriteAllTextAsync(
            Path.Combine(site.Host.Workflows, "calls.webhook.yaml"),
            """
            webhook: calls
            process: support-case
            path: calls
            verify: none
            delivery: body.id
            key: body.call
            rules:
              - when: body.kind == 'new'
                do: { create: { title: "${body.title}", customer: Late Ltd } }

            """
        );
        using var olga = site.Host.As("olga", "admin");
        await Hooks.Eventually(async () => (await olga.GetStringAsync("/api/hooks")).Contains("\"calls\""));
        using var stranger = site.Host.Anonymous();
        var body = new StringContent(
            "{\"id\":\"d-1\",\"call\":\"c-1\",\"kind\":\"new\",\"title\":\"It rang\"}",
            null,
            "application/json"
        );
        Assert.True((await stranger.PostAsync("/hooks/calls", body)).IsSuccessStatusCode);

        await using var visit = await site.Open("/designer/webhooks", "dora", Roles);
        var page = visit.Page;
        var hook = page.Locator("tr", new() { HasText = "/hooks/calls" });
        var row = page.Locator("tr", new() { HasText = "d-1" });
        await hook.Locator("fluent-button").ClickAsync();
        await Expect(row).ToContainTextAsync("refused");
        await Expect(row).ToContainTextAsync("There is no customer 'Late Ltd'.");
        await visit.IsAccessible();
        await visit.Picture("designer-hook-deliveries");
        await using (
            var narrow = await site.Open("/designer/webhooks", "dora", Roles, language: "fr", isDark: true, width: 900)
        )
        {
            await narrow.Page.Locator("tr", new() { HasText = "/hooks/calls" }).Locator("fluent-button").ClickAsync();
            await Expect(narrow.Page.Locator("tr", new() { HasText = "d-1" }))
                .ToContainTextAsync("Il n’y a pas de client « Late Ltd ».");
            await narrow.IsAccessible();
            await narrow.Picture("designer-hook-deliveries-fr-900-dark");
        }

        await site.Host.Account("Late Ltd");
        await row.Locator("fluent-button").ClickAsync();
        await Hooks.Eventually(
            async () => (await olga.GetStringAsync("/api/cases?q=rang")).Contains("It rang"),
            "The case was never opened."
        );
        await Expect(row).ToContainTextAsync("done");
        await Expect(row).Not.ToContainTextAsync("There is no customer");
    }

    private static Task Press(IPage page, string label) =>
        page.Locator($"fluent-button[aria-label=\"{label}\"]").First.ClickAsync();

    private static Task Faulted(Workshop workshop, string instance) => Ended(workshop, instance, "faulted");

    private static Task Ended(Workshop workshop, string instance, string subStatus) =>
        Hooks.Eventually(
            async () => (await workshop.Instance(instance)).GetProperty("instance").Text("subStatus") == subStatus,
            $"It is not {subStatus}."
        );
}
