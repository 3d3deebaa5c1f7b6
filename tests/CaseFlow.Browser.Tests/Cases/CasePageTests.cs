using System.Net.Http.Json;
using CaseFlow.Host.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseFlow.Browser.Tests.Cases;

/// <summary>What an agent does with a case: the journeys of those who work with it all day.</summary>
public sealed class CasePageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Whoever_works_on_a_case_can_give_it_back_and_is_not_offered_to_pick_it()
    {
        await using var visit = await site.OpenCase(await site.Host.Case("Mine now"));
        var page = visit.Page;
        await page.Locator("#command-pick").ClickAsync();

        await Expect(page.Locator("#command-pick")).ToHaveCountAsync(0);
        await page.Locator("#command-release").ClickAsync();
        await Expect(page.Locator("#command-pick")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_status_that_is_out_of_reach_says_from_where_it_is_not()
    {
        var opened = await site.Host.Case("Solved, but not from here");
        await site.ToTheEnd(opened);
        await using var visit = await site.OpenCase(opened);

        await visit.Page.Locator("#command-resolve").ClickAsync();

        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("It is possible from: Researching.");
    }

    [Fact]
    public async Task A_clock_has_its_name_in_the_persons_language_wherever_it_is_told_of()
    {
        var opened = await site.Host.Case("Ordinateur éteint");
        await using var visit = await site.OpenCase(opened, language: "fr");

        await Expect(visit.Page.Locator(".clocks")).ToContainTextAsync("Première réponse");
        await Expect(visit.Page.Locator(".clocks")).ToContainTextAsync("Résolution");
        await Expect(visit.Page.Locator(".events")).ToContainTextAsync("Le délai « Première réponse »");
    }

    [Fact]
    [Trait("Feature", "Stage gate")]
    [Trait("Feature", "Process bar with current stage, steps, what is missing")]
    public async Task A_case_is_walked_from_stage_to_stage_past_the_field_that_is_missing()
    {
        var opened = await site.Host.Case("Server is slow", new { priority = "high" });
        await using var visit = await site.OpenCase(opened);
        var page = visit.Page;
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Server is slow" })).ToBeVisibleAsync();
        await Expect(Stage(page, "Identify")).ToHaveAttributeAsync("aria-current", "step");
        await visit.IsAccessible();
        await visit.Picture("case");

        await page.Locator("#stage-next").ClickAsync();
        await Expect(Stage(page, "Research")).ToHaveAttributeAsync("aria-current", "step");
        await page.Locator(".missing").GetByRole(AriaRole.Button, new() { Name = "Impact" }).ClickAsync();
        await Expect(page.GetByLabel("Impact")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("3");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".missing")).ToContainTextAsync("Ready for the next stage.");
        await page.Locator("#stage-next").ClickAsync();

        await Expect(Stage(page, "Resolve")).ToHaveAttributeAsync("aria-current", "step");
        await Expect(Stage(page, "Identify")).ToHaveClassAsync("stage done");
        await Expect(page.Locator(".events")).ToContainTextAsync("went on to Resolve");
    }

    [Fact]
    public async Task A_stage_far_away_asks_for_a_reason()
    {
        await using var visit = await site.OpenCase(await site.Host.Case("Jump"));
        var page = visit.Page;

        await Stage(page, "Resolve").GetByRole(AriaRole.Button).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Save(dialog);
        await Expect(dialog.Locator(".field-error")).ToBeVisibleAsync();
        await visit.IsAccessible();
        await dialog.GetByLabel("Reason").FillAsync("The customer knows what to do");
        await Save(dialog);

        await Expect(Stage(page, "Resolve")).ToHaveAttributeAsync("aria-current", "step");
        await Expect(page.Locator(".events")).ToContainTextAsync("The customer knows what to do");
    }

    [Fact]
    [Trait("Feature", "Resolve dialog")]
    [Trait("Feature", "Open activities at resolve")]
    [Trait("Feature", "Reactivate")]
    public async Task Resolving_lists_what_is_still_to_be_done_and_cancels_it_once_that_is_confirmed()
    {
        var opened = await site.Host.Case("Question about the invoice");
        await site.Activity(opened, new { kind = "task", subject = "Ask accounting" });
        await site.ToTheEnd(opened);
        await using var visit = await site.OpenCase(opened);
        var page = visit.Page;

        await page.Locator("#command-resolve").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Resolve the case" });
        await Expect(dialog).ToContainTextAsync("Ask accounting");
        await dialog.Locator("#resolve-text").FillAsync("Explained line by line.");
        await dialog.GetByLabel("Resolution type").SelectOptionAsync("Explained");
        await Save(dialog);
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("work still to be done");
        await Expect(dialog.Locator("#resolve-text")).ToHaveValueAsync("Explained line by line.");
        await visit.IsAccessible();
        await visit.Picture("case-resolve");
        await dialog.GetByLabel("Cancel these activities").CheckAsync();
        await Save(dialog);

        await Expect(page.Locator("#status")).ToContainTextAsync("Information provided");
        await Expect(page.Locator(".resolution")).ToContainTextAsync("Explained line by line.");
        await Expect(page.Locator(".events")).ToContainTextAsync("cancelled: Task “Ask accounting”");
        await Expect(page.Locator("#command-resolve")).ToHaveCountAsync(0);
        await visit.Picture("case-resolved");

        await page.Locator("#command-reactivate").ClickAsync();
        dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Reactivate the case" });
        await visit.IsAccessible();
        await dialog.GetByLabel("Reason").FillAsync("One more line");
        await Save(dialog);
        await Expect(page.Locator("#status")).ToContainTextAsync("In progress");
    }

    [Fact]
    [Trait("Feature", "Resolve dialog")]
    public async Task From_the_last_stage_the_way_on_is_to_resolve_and_what_is_asked_for_twice_is_asked_once()
    {
        var opened = await site.Host.Case("Paper jam");
        await site.ToTheEnd(opened);
        using (var ann = site.Host.As("ann"))
        {
            await ann.PostAsJsonAsync($"/api/cases/{opened.Text("id")}/status", new { to = "researching" }).Ok();
        }

        await using var visit = await site.OpenCase(opened);
        var page = visit.Page;

        await Expect(page.Locator("#stage-next")).ToHaveCountAsync(0);
        await page.Locator("#stage-resolve").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Resolve the case" });
        await dialog.GetByLabel("Status").SelectOptionAsync("Problem solved");
        await Expect(dialog.GetByLabel("Resolution type")).ToHaveCountAsync(1);
        await dialog.GetByLabel("Resolution type").SelectOptionAsync("Repaired");
        await dialog.Locator("#resolve-text").FillAsync("Took the paper out.");
        await Save(dialog);

        await Expect(page.Locator("#status")).ToContainTextAsync("Problem solved");
        await Expect(page.Locator("#field-customer")).Not.ToBeEditableAsync();
    }

    [Fact]
    [Trait("Feature", "Allowed transitions")]
    public async Task A_command_that_is_not_possible_says_why_to_eye_and_ear()
    {
        await using var visit = await site.OpenCase(await site.Host.Case("Not now"));
        var page = visit.Page;

        var release = page.Locator("#command-release");
        await Expect(release).ToHaveAttributeAsync("aria-describedby", "command-release-why");
        await release.FocusAsync();
        await Expect(page.Locator("#command-release-why")).ToBeVisibleAsync();
        await Expect(page.Locator("#command-release-why")).ToContainTextAsync("Nobody is working on it");
        await visit.Picture("case-why-not");

        await page.Locator("#status").ClickAsync();
        var solved = page.Locator(".chooser-list button", new() { HasText = "Problem solved" });
        await Expect(solved).ToHaveAttributeAsync("aria-disabled", "true");
        await Expect(solved.Locator(".why-not")).Not.ToBeEmptyAsync();
        await visit.IsAccessible();
        await visit.Picture("case-status");
        await page.Locator(".chooser-list button", new() { HasText = "On hold" }).ClickAsync();
        await Expect(page.Locator("#status")).ToContainTextAsync("On hold");
    }

    [Fact]
    public async Task A_case_is_cancelled()
    {
        await using var visit = await site.OpenCase(await site.Host.Case("Mistake"));

        await visit.Page.Locator("#command-cancel").ClickAsync();
        var dialog = visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Cancel the case" });
        await visit.IsAccessible();
        await Save(dialog);

        await Expect(visit.Page.Locator("#status")).ToContainTextAsync("Cancelled");
    }

    [Fact]
    public async Task A_case_becomes_part_of_another_one_of_the_customer()
    {
        var customer = await site.Host.Account("Merge and Sons");
        var first = await site.Host.Case("Printer jams", new { customerId = customer });
        var second = await site.Host.Case("Paper is stuck", new { customerId = customer });
        await using var visit = await site.OpenCase(second);
        var page = visit.Page;

        await page.Locator("#command-merge").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Merge cases" });
        await dialog.GetByRole(AriaRole.Combobox).FillAsync("Printer");
        await dialog.GetByRole(AriaRole.Option, new() { Name = "Printer jams" }).ClickAsync();
        await dialog.GetByLabel("Printer jams").CheckAsync();
        await visit.IsAccessible();
        await visit.Picture("case-merge");
        await Save(dialog);

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Printer jams" })).ToBeVisibleAsync();
        await Expect(page.Locator(".events")).ToContainTextAsync($"merged {second.Text("ticket")} into this case");
        await visit.Go($"/cases/{second.Text("ticket")}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Go there" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = first.Text("title")! })).ToBeVisibleAsync();
    }

    [Fact]
    [Trait("Feature", "Reassign to user or team")]
    public async Task A_case_is_given_to_somebody_else_by_the_keyboard_alone()
    {
        await site.Person("zoe", "Zoë Martin");
        await using var visit = await site.OpenCase(await site.Host.Case("For somebody else"));
        var page = visit.Page;

        await page.Locator("#command-assign").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Assign the case" });
        await Expect(dialog.GetByRole(AriaRole.Combobox)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("zo");
        await Expect(dialog.GetByRole(AriaRole.Option, new() { Name = "Zoë Martin" })).ToBeVisibleAsync();
        await visit.IsAccessible();
        await visit.Picture("case-assign");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(dialog.GetByRole(AriaRole.Combobox)).ToHaveValueAsync("Zoë Martin");
        await page.Keyboard.PressAsync("Control+Enter");

        await Expect(dialog).ToBeHiddenAsync();
        await Expect(page.Locator(".facts")).ToContainTextAsync("Zoë Martin");
        await Expect(page.Locator("#command-assign")).ToBeFocusedAsync();
    }

    [Fact]
    [Trait("Feature", "Add a case to a queue")]
    public async Task A_case_is_put_into_a_queue_picked_and_released()
    {
        await using var visit = await site.OpenCase(await site.Host.Case("Queue and pick", new { route = false }));
        var page = visit.Page;
        await Expect(page.Locator(".facts")).ToContainTextAsync("In no queue");

        await page.Locator("#command-queue").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Add the case to a queue" });
        await dialog.GetByLabel("Queue").SelectOptionAsync("gold");
        await visit.IsAccessible();
        await Save(dialog);
        await Expect(page.Locator(".facts")).ToContainTextAsync("Gold desk");
        await page.Locator("#command-pick").ClickAsync();
        await Expect(page.Locator(".events")).ToContainTextAsync("picked the case from Gold desk");
        await page.Locator("#command-release").ClickAsync();
        await Expect(page.Locator(".events")).ToContainTextAsync("gave the case back to Gold desk");
    }

    [Fact]
    public async Task Why_a_case_is_where_it_is_stands_in_a_table()
    {
        await using var visit = await site.OpenCase(await site.Host.Case("Why here"));
        var page = visit.Page;

        await page.Locator(".facts").GetByRole(AriaRole.Button, new() { Name = "Why here?" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.Locator("tr.wins")).ToContainTextAsync("Gold customers");
        await dialog.GetByLabel("Why not another queue?").SelectOptionAsync("outage");
        await Expect(dialog.GetByRole(AriaRole.Status).Last).ToContainTextAsync("Outages");
        await visit.IsAccessible();
        await visit.Picture("case-routing");
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToBeHiddenAsync();
    }

    [Fact]
    [Trait("Feature", "Find similar resolved cases")]
    [Trait("Feature", "\"Solution found\" link")]
    public async Task A_similar_case_gives_the_solution()
    {
        var solved = await site.Host.Case("Zyxel router drops packets at night");
        await site.ToTheEnd(solved);
        using var ann = site.Host.As("ann");
        await ann.PostAsJsonAsync(
                $"/api/cases/{solved.Text("id")}/resolve",
                new
                {
                    resolution = "Firmware 2.4 cures it.",
                    fields = new Dictionary<string, string> { ["resolution-type"] = "Repaired" },
                }
            )
            .Ok();
        await using var visit = await site.OpenCase(await site.Host.Case("Zyxel router drops all packets"));
        var page = visit.Page;

        var similar = page.Locator(".similar li", new() { HasText = solved.Text("ticket") });
        await Expect(similar).ToContainTextAsync("Firmware 2.4 cures it.");
        await Expect(similar).ToContainTextAsync("“zyxel”");
        await similar.Locator("fluent-button", new() { HasText = "Solution found" }).ClickAsync();

        await Expect(similar).ToContainTextAsync("solution found");
        await Expect(page.Locator(".events")).ToContainTextAsync("found the solution in a similar case");
    }

    [Fact]
    [Trait("Feature", "Phone call, task, appointment, email, note")]
    [Trait("Feature", "Timeline")]
    public async Task Activities_are_added_completed_and_filtered()
    {
        await using var visit = await site.OpenCase(await site.Host.Case("Work"));
        var page = visit.Page;

        await page.Locator("#quick-text").FillAsync("The customer called twice.\nSecond line.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".events")).ToContainTextAsync("Note “The customer called twice.”");
        await page.GetByLabel("Phone call").CheckAsync();
        await page.Locator("#quick-subject").FillAsync("Call back");
        await page.Locator("#quick-add").ClickAsync();
        var call = page.Locator(".event", new() { HasText = "Call back" });
        await call.Locator("fluent-button", new() { HasText = "Complete" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Complete the activity" });
        await dialog.GetByLabel("Minutes").FillAsync("a while");
        await Save(dialog);
        await Expect(dialog.Locator(".field-error")).ToContainTextAsync("whole number");
        await dialog.GetByLabel("Minutes").FillAsync("12");
        await Save(dialog);

        await Expect(page.Locator(".events")).ToContainTextAsync("12 min");
        await page.GetByRole(AriaRole.Button, new() { Name = "Activities", Exact = true }).ClickAsync();
        await Expect(page.Locator(".events")).Not.ToContainTextAsync("opened the case");
        await Expect(page.Locator(".event")).ToHaveCountAsync(4);
        await visit.IsAccessible();
        await visit.Picture("case-timeline");
    }

    [Fact]
    public async Task What_came_in_about_something_else_becomes_a_case_of_its_own()
    {
        var opened = await site.Host.Case("First matter");
        await site.Activity(
            opened,
            new
            {
                kind = "email",
                subject = "By the way",
                direction = "incoming",
                completed = true,
            }
        );
        await using var visit = await site.OpenCase(opened);
        var page = visit.Page;

        await page.GetByRole(AriaRole.Button, new() { Name = "Make a case of it" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Make a case of it" });
        await visit.IsAccessible();
        await Save(dialog);

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "By the way" })).ToBeVisibleAsync();
        await Expect(page.Locator(".events")).ToContainTextAsync($"made of an activity of {opened.Text("ticket")}");
    }

    [Fact]
    [Trait("Feature", "Existing-case check before creation")]
    public async Task Looking_for_open_cases_of_the_customer_does_that_step()
    {
        var customer = await site.Host.Account("Two Matters");
        var other = await site.Host.Case("Another matter", new { customerId = customer });
        await using var visit = await site.OpenCase(await site.Host.Case("This matter", new { customerId = customer }));
        var page = visit.Page;

        await page.GetByRole(AriaRole.Button, new() { Name = "Look for an open case" }).ClickAsync();

        await Expect(page.Locator("#similar-open")).ToBeFocusedAsync();
        await Expect(page.Locator("#similar-open + ul")).ToContainTextAsync(other.Text("ticket")!);
        await Expect(page.Locator(".step.done", new() { HasText = "Look for an open case" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Text_from_outside_stays_text()
    {
        const string script = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";
        var opened = await site.Host.Case(script, new { description = "javascript:document.title='owned'" });
        await site.Activity(opened, new { kind = "note", text = script });
        await using var visit = await site.OpenCase(opened);

        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(script);
        await Expect(visit.Page.Locator(".events")).ToContainTextAsync("<script>");
        Assert.NotEqual("owned", await visit.Page.TitleAsync());
        await Expect(visit.Page.Locator("a[href^='javascript']")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_case_that_is_not_there_says_so()
    {
        await using var visit = await site.Open("/cases/CAS-0000-00000");

        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "There is no such case" }))
            .ToBeVisibleAsync();
    }

    private static ILocator Stage(IPage page, string title) => page.Locator(".stage", new() { HasText = title });

    private static Task Save(ILocator dialog) => dialog.Locator("footer fluent-button").First.ClickAsync();
}
