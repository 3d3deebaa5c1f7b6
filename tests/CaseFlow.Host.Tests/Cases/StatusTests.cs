using System.Net;
using System.Net.Http.Json;

namespace CaseFlow.Host.Tests.Cases;

/// <summary>States with their statuses, and the moves between them, over HTTP.</summary>
public sealed class StatusTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    [Trait("Feature", "State + reason model")]
    public async Task Support_cases_have_the_usual_statuses_of_three_states()
    {
        using var ann = host.As("ann");
        var definition = (await ann.GetAsync("/api/processes/support-case").Ok()).GetProperty("definition");

        Assert.Equal(
            [
                "active: In progress",
                "active: On hold",
                "active: Waiting for details",
                "active: Researching",
                "resolved: Problem solved",
                "resolved: Information provided",
                "cancelled: Cancelled",
                "cancelled: Merged",
            ],
            definition
                .GetProperty("statuses")
                .EnumerateArray()
                .Select(status => $"{status.Text("state")}: {status.Text("title")}")
        );
    }

    [Fact]
    [Trait("Feature", "State + reason model")]
    public async Task A_status_more_is_one_of_its_state_and_of_no_other()
    {
        var opened = await Open("more", "active: { open: { initial: true }, parked: }, resolved: { done: }");

        using var ann = host.As("ann");
        var parked = await ann.PostAsJsonAsync($"/api/cases/{opened}/status", new { to = "parked" }).Ok();
        Assert.Equal(("active", "parked"), (parked.Text("state"), parked.Text("status")));
        await ann.PostAsJsonAsync($"/api/cases/{opened}/resolve", new { status = "parked", resolution = "Done" })
            .Problem(HttpStatusCode.UnprocessableEntity, "wrong-target");
        await ann.PostAsJsonAsync($"/api/cases/{opened}/status", new { to = "done" })
            .Problem(HttpStatusCode.UnprocessableEntity, "use-resolve");
    }

    [Theory]
    [Trait("Feature", "State + reason model")]
    [InlineData("active: { open: { initial: true } }, resolved: { done:, open: }")]
    [InlineData("active: { open: { initial: true } }, resolved: { done: }, frozen: { cold: }")]
    public async Task A_status_of_two_states_or_of_a_state_of_ones_own_is_no_definition(string statuses)
    {
        using var dora = host.As("dora", "designer");

        await dora.PostAsJsonAsync("/api/processes/publish", new { source = Definition("odd", statuses) })
            .Problem(HttpStatusCode.UnprocessableEntity, "definition-broken");
    }

    [Fact]
    [Trait("Feature", "Allowed transitions")]
    public async Task What_can_be_chosen_is_what_a_refusal_names()
    {
        using var ann = host.As("ann");
        var id = (await host.Case()).Text("id");
        await ann.PostAsJsonAsync($"/api/cases/{id}/status", new { to = "on-hold" }).Ok();

        var refused = await ann.PostAsJsonAsync(
                $"/api/cases/{id}/resolve",
                new { status = "problem-solved", resolution = "Done" }
            )
            .Problem(HttpStatusCode.UnprocessableEntity, "transition-not-allowed");
        var wrong = await ann.PostAsJsonAsync($"/api/cases/{id}/status", new { to = "on-hold" })
            .Problem(HttpStatusCode.UnprocessableEntity, "transition-not-allowed");

        Assert.Equal(["cancelled", "in-progress", "merged", "researching"], refused.Texts("allowed").Order());
        Assert.Equal(["cancelled", "in-progress", "merged", "researching"], wrong.Texts("allowed").Order());
        Assert.Equal(
            ["cancelled", "in-progress", "merged", "researching"],
            (await ann.GetAsync($"/api/cases/{id}/commands").Ok())
                .GetProperty("items")
                .EnumerateArray()
                .Where(one => one.Text("command") is "status" or "resolve" or "cancel")
                .Where(one => one.GetProperty("allowed").GetBoolean())
                .Select(one => one.Text("to")!)
                .Order()
        );
    }

    [Fact]
    [Trait("Feature", "Cancel as Cancelled or Merged")]
    public async Task A_case_is_cancelled_or_merged_into_one_that_is_named()
    {
        using var ann = host.As("ann");
        var (id, other) = ((await host.Case()).Text("id"), (await host.Case("Printer burns")).Text("id"));

        var refused = await ann.PostAsJsonAsync($"/api/cases/{id}/cancel", new { status = "merged" })
            .Problem(HttpStatusCode.UnprocessableEntity, "survivor-required");
        var cancelled = await ann.PostAsJsonAsync($"/api/cases/{id}/cancel", new { status = "cancelled" }).Ok();
        await ann.PostAsJsonAsync($"/api/cases/{other}/cancel", new { status = "merged", into = id })
            .Problem(HttpStatusCode.UnprocessableEntity, "survivor-required");

        Assert.Equal("into", refused.GetProperty("missing")[0].Text("name"));
        Assert.Equal(("cancelled", "cancelled"), (cancelled.Text("state"), cancelled.Text("status")));
    }

    [Fact]
    [Trait("Feature", "Reactivate")]
    public async Task A_closed_case_goes_back_to_the_usual_status_or_to_the_one_that_is_chosen()
    {
        const string statuses =
            "active: { open: { initial: true }, again: }, resolved: { done: }, cancelled: { dropped: }";
        using var ann = host.As("ann");
        var (solved, dropped) = (await Open("back", statuses), await Open("back", statuses));
        await ann.PostAsJsonAsync($"/api/cases/{solved}/resolve", new { resolution = "Done" }).Ok();
        await ann.PostAsJsonAsync($"/api/cases/{dropped}/cancel", new { }).Ok();

        var usual = await ann.PostAsJsonAsync($"/api/cases/{solved}/reactivate", new { }).Ok();
        var chosen = await ann.PostAsJsonAsync($"/api/cases/{dropped}/reactivate", new { status = "again" }).Ok();

        Assert.Equal(("active", "open"), (usual.Text("state"), usual.Text("status")));
        Assert.Equal(("active", "again"), (chosen.Text("state"), chosen.Text("status")));
    }

    [Fact]
    [Trait("Feature", "Reactivate")]
    public async Task A_process_can_demand_a_reason_and_let_what_is_cancelled_rest()
    {
        const string rest = """
            transitions: [{ from: open, to: [done, dropped] }, { from: done, to: open }]
            policies: { reactivate-reason: required }
            """;
        const string statuses = "active: { open: { initial: true } }, resolved: { done: }, cancelled: { dropped: }";
        using var ann = host.As("ann");
        var (solved, dropped) = (await Open("why", statuses, rest), await Open("why", statuses, rest));
        await ann.PostAsJsonAsync($"/api/cases/{solved}/resolve", new { resolution = "Done" }).Ok();
        await ann.PostAsJsonAsync($"/api/cases/{dropped}/cancel", new { }).Ok();

        var refused = await ann.PostAsJsonAsync($"/api/cases/{solved}/reactivate", new { reason = " " })
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");
        var offered = (await ann.GetAsync($"/api/cases/{solved}/commands").Ok())
            .GetProperty("items")
            .EnumerateArray()
            .Single(one => one.Text("command") == "reactivate");
        await ann.PostAsJsonAsync($"/api/cases/{dropped}/reactivate", new { reason = "Too early" })
            .Problem(HttpStatusCode.UnprocessableEntity, "transition-not-allowed");
        await ann.PostAsJsonAsync($"/api/cases/{solved}/reactivate", new { reason = "It came back" }).Ok();

        Assert.Equal("reason", refused.GetProperty("errors")[0].Text("field"));
        Assert.True(offered.GetProperty("allowed").GetBoolean());
        Assert.Equal(["reason"], offered.Texts("asks"));
        var happened = (await ann.GetAsync($"/api/cases/{solved}/timeline?types=reactivated").Ok()).GetProperty(
            "items"
        );
        Assert.Equal("It came back", happened[0].GetProperty("event").Text("reason"));
    }

    [Fact]
    [Trait("Feature", "Open activities at resolve")]
    public async Task A_process_can_let_nobody_resolve_before_all_is_done()
    {
        const string rest = "transitions: any\npolicies: { open-activities: refuse }\n";
        using var ann = host.As("ann");
        var id = await Open("hold", "active: { open: { initial: true } }, resolved: { done: }", rest);
        var busy = await ann.PostAsJsonAsync($"/api/cases/{id}/activities", new { kind = "task", subject = "Order it" })
            .Ok();

        var refused = await ann.PostAsJsonAsync(
                $"/api/cases/{id}/resolve",
                new { resolution = "Done", cancelOpenActivities = true }
            )
            .Problem(HttpStatusCode.UnprocessableEntity, "open-activities");
        Assert.Contains("Complete or cancel them first", refused.Text("detail"), StringComparison.Ordinal);

        var task = busy.GetProperty("openActivities")[0].Text("id");
        await ann.PostAsJsonAsync($"/api/activities/{task}/complete", new { }).Ok();
        await ann.PostAsJsonAsync($"/api/cases/{id}/resolve", new { resolution = "Done" }).Ok();
    }

    private static string Definition(string process, string statuses, string rest = "transitions: any\n") =>
        $$"""
            process: {{process}}
            title: {{process}}
            statuses: { {{statuses}} }

            """ + rest;

    private async Task<string?> Open(string process, string statuses, string rest = "transitions: any\n")
    {
        using var dora = host.As("dora", "designer");
        var source = Definition(process, statuses, rest);
        await dora.PostAsJsonAsync("/api/processes/publish", new { source }).Ok();
        return (await host.Case(with: new { process })).Text("id");
    }
}
