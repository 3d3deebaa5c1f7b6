using System.Net;
using System.Net.Http.Json;

namespace CaseFlow.Host.Tests.Cases;

/// <summary>The life of a support case as an agent walks it, over HTTP.</summary>
public sealed class CaseLifeTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    [Trait("Feature", "Stage gate")]
    [Trait("Feature", "Resolve dialog")]
    public async Task A_case_goes_from_identify_to_resolved()
    {
        using var ann = host.As("ann");
        var opened = await host.Case("Printer on fire", new { priority = "high" });
        var id = opened.Text("id");
        Assert.Equal(
            ("active", "in-progress", "identify"),
            (opened.Text("state"), opened.Text("status"), opened.Text("stage"))
        );

        await ann.PostAsJsonAsync($"/api/cases/{id}/stage", new { to = "next" }).Ok();
        var gate = await ann.PostAsJsonAsync($"/api/cases/{id}/stage", new { to = "next" })
            .Problem(HttpStatusCode.UnprocessableEntity, "stage-gate");
        Assert.Contains("impact", gate.GetProperty("detail").GetString(), StringComparison.Ordinal);

        await ann.PatchAsJsonAsync($"/api/cases/{id}", new { fields = new { impact = 4 } }).Ok();
        await ann.PostAsJsonAsync($"/api/cases/{id}/stage", new { to = "next" }).Ok();
        await ann.PostAsJsonAsync($"/api/cases/{id}/status", new { to = "researching" }).Ok();

        var blocked = await ann.PostAsJsonAsync(
                $"/api/cases/{id}/resolve",
                new { status = "problem-solved", resolution = "Put out" }
            )
            .Problem(HttpStatusCode.UnprocessableEntity, "resolve-blocked");
        Assert.Equal("resolution-type", blocked.GetProperty("missing")[0].Text("name"));

        var resolved = await ann.PostAsJsonAsync(
                $"/api/cases/{id}/resolve",
                new
                {
                    status = "problem-solved",
                    resolution = "Put out",
                    billableMinutes = 30,
                    fields = new Dictionary<string, string> { ["resolution-type"] = "Repaired" },
                }
            )
            .Ok();
        Assert.Equal(("resolved", "problem-solved"), (resolved.Text("state"), resolved.Text("status")));
        Assert.Equal(30, resolved.GetProperty("resolution").GetProperty("billableMinutes").GetInt32());

        var again = await ann.PostAsJsonAsync($"/api/cases/{id}/reactivate", new { }).Ok();
        Assert.Equal(("active", "in-progress"), (again.Text("state"), again.Text("status")));
    }

    [Fact]
    [Trait("Feature", "Allowed transitions")]
    public async Task The_list_of_commands_tells_what_is_possible_and_why_not_the_rest()
    {
        using var ann = host.As("ann");
        var id = (await host.Case()).Text("id");

        var items = (await ann.GetAsync($"/api/cases/{id}/commands").Ok())
            .GetProperty("items")
            .EnumerateArray()
            .ToList();

        var onHold = items.Single(item => item.Text("command") == "status" && item.Text("to") == "on-hold");
        Assert.True(onHold.GetProperty("allowed").GetBoolean());
        var resolve = items.Single(item => item.Text("command") == "resolve" && item.Text("to") == "problem-solved");
        Assert.False(resolve.GetProperty("allowed").GetBoolean());
        Assert.Equal("transition-not-allowed", resolve.Text("code"));
        Assert.NotEmpty(resolve.Text("why")!);
    }

    [Fact]
    public async Task Of_a_hundred_who_pick_at_once_one_wins_and_the_others_are_told_who()
    {
        var id = (await host.Case()).Text("id");
        var clients = Enumerable.Range(0, 100).Select(number => host.As($"agent-{number}")).ToList();

        var answers = await Task.WhenAll(clients.Select(client => client.PostAsync($"/api/cases/{id}/pick", null)));

        var winner = await Assert.Single(answers, answer => answer.IsSuccessStatusCode).Json();
        foreach (var lost in answers.Where(answer => !answer.IsSuccessStatusCode))
        {
            Assert.Equal(HttpStatusCode.Conflict, lost.StatusCode);
            Assert.Equal(winner.Text("worker"), (await lost.Json()).Text("worker"));
        }

        clients.ForEach(client => client.Dispose());
    }

    [Fact]
    [Trait("Feature", "Create a case")]
    public async Task Fifty_cases_created_at_once_have_fifty_ticket_numbers()
    {
        var customer = await host.Account();

        var opened = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => host.Case(with: new { customerId = customer }))
        );

        Assert.Equal(50, opened.Select(one => one.Text("ticket")).Distinct(StringComparer.Ordinal).Count());
        Assert.All(opened, one => Assert.StartsWith("CAS-2026-", one.Text("ticket"), StringComparison.Ordinal));
        Assert.All(opened, one => Assert.Equal(("active", "in-progress"), (one.Text("state"), one.Text("status"))));
    }

    [Fact]
    public async Task A_case_is_found_by_its_ticket_number()
    {
        using var ann = host.As("ann");
        var opened = await host.Case("By ticket");

        Assert.Equal(opened.Text("id"), (await ann.GetAsync($"/api/cases/{opened.Text("ticket")}").Ok()).Text("id"));
    }

    [Fact]
    public async Task A_case_can_be_read_as_it_was()
    {
        using var ann = host.As("ann");
        var id = (await host.Case("As it was")).Text("id");
        var then = host.Clock.GetUtcNow();
        host.Clock.AdjustTime(then.AddHours(1));
        await ann.PostAsJsonAsync($"/api/cases/{id}/status", new { to = "on-hold" }).Ok();

        Assert.Equal("on-hold", (await ann.GetAsync($"/api/cases/{id}").Ok()).Text("status"));
        Assert.Equal(
            "in-progress",
            (
                await ann.GetAsync($"/api/cases/{id}?at={then:O}".Replace("+", "%2B", StringComparison.Ordinal)).Ok()
            ).Text("status")
        );
    }

    [Fact]
    [Trait("Feature", "Timeline")]
    public async Task The_timeline_tells_everything_in_order_page_by_page()
    {
        using var ann = host.As("ann");
        var id = (await host.Case("Timeline")).Text("id");
        await ann.PostAsync($"/api/cases/{id}/pick", null).Ok();
        await ann.PostAsync($"/api/cases/{id}/release", null).Ok();

        var first = await ann.GetAsync($"/api/cases/{id}/timeline?limit=3").Ok();
        var second = await ann.GetAsync($"/api/cases/{id}/timeline?limit=3&cursor={first.Text("next")}").Ok();

        string[] told =
        [
            .. first
                .GetProperty("items")
                .EnumerateArray()
                .Concat(second.GetProperty("items").EnumerateArray())
                .Select(item => item.GetProperty("event").Text("type")!),
        ];
        Assert.Equal(["opened", "queued", "clock-started", "clock-started", "picked", "released"], told);
        Assert.Null(second.Text("next"));
    }

    [Fact]
    public async Task Lists_filter_and_page_without_skipping_or_repeating()
    {
        using var ann = host.As("ann");
        var customer = await host.Account("List customer");
        var expected = new List<string?>();
        for (var number = 0; number < 5; number++)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            expected.Insert(0, (await host.Case($"Case {number}", new { customerId = customer })).Text("id"));
        }

        var found = new List<string?>();
        string? cursor = null;
        do
        {
            var page = await ann.GetAsync($"/api/cases?customer={customer}&limit=2&cursor={cursor}").Ok();
            found.AddRange(page.GetProperty("items").EnumerateArray().Select(one => one.Text("id")));
            cursor = page.Text("next");
        } while (cursor is not null);

        Assert.Equal(expected, found);
        Assert.Empty(
            (await ann.GetAsync($"/api/cases?customer={customer}&state=resolved").Ok())
                .GetProperty("items")
                .EnumerateArray()
        );
        Assert.Single(
            (await ann.GetAsync($"/api/cases?customer={customer}&q=case%203").Ok())
                .GetProperty("items")
                .EnumerateArray()
        );
    }

    [Fact]
    public async Task Queues_count_what_waits_and_what_is_worked_on()
    {
        using var ann = host.As("ann");
        var before = await Outage(ann);
        var id = (await host.Case("Outage everywhere", new { priority = "high" })).Text("id");
        Assert.Equal((before.Waiting + 1, before.Worked), await Outage(ann));

        await ann.PostAsync($"/api/cases/{id}/pick", null).Ok();
        Assert.Equal((before.Waiting, before.Worked + 1), await Outage(ann));
    }

    private static async Task<(int Waiting, int Worked)> Outage(HttpClient client)
    {
        var queues = (await client.GetAsync("/api/queues").Ok()).GetProperty("items").EnumerateArray();
        var outage = queues.Single(queue => queue.Text("key") == "outage");
        return (outage.GetProperty("waiting").GetInt32(), outage.GetProperty("worked").GetInt32());
    }
}
