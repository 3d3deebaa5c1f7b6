using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CaseFlow.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.Cases;

/// <summary>Automation rules over HTTP.</summary>
public sealed class AutomationTests : IAsyncLifetime
{
    private const string Desk = """
        process: desk
        title: Desk
        ticket: "D-{number}"
        fields:
          impact: { type: integer }
        statuses:
          active: { open: { initial: true } }
          resolved: { done: }
        transitions:
          - { from: open, to: done }
        queues:
          front: {}
          outage: {}
        routing:
          - otherwise: front
        policies: { close-children: cascade }
        sla:
          - { kpi: Answer, starts: case.created, met-by: case.assigned, fail-after: 1h }
        automation:
          - rule: Urgent
            on: case.edited('impact' in fields)
            when: [event.by == 'ann', case.fields.impact > 3, customer.tier == 'gold']
            do: [{ queue: outage }, { assign: team:ops }, { task: Look at it }, { run: page-ops }]
          - rule: Told of
            on: case.queued(queue == 'outage')
            do: [{ status: open }, { note: Went to the outage desk }]
          - { rule: Too late, on: clock.failed, do: [{ status: done }] }
          - { rule: Over, on: case.resolved, do: [{ note: Over }] }
        """;

    private readonly RunningHost host = new();

    public async ValueTask InitializeAsync()
    {
        await host.InitializeAsync();
        await Publish(Desk).Ok();
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    [Trait("Feature", "Timeline")]
    public async Task A_command_makes_rules_fire_and_the_timeline_says_why_and_what_came_of_it()
    {
        using var ann = host.As("ann");
        var id = await Open();

        var changed = await ann.PatchAsJsonAsync($"/api/cases/{id}", new { fields = new { impact = 5 } }).Ok();

        Assert.Equal(("outage", "ops"), (changed.Text("queue"), changed.Text("team")));
        Assert.Equal("Look at it", changed.GetProperty("openActivities").EnumerateArray().Single().Text("subject"));
        await host.Restart();
        using var later = host.As("ann");
        var timeline = await Timeline(later, id);
        Assert.Equal(
            [
                "opened",
                "queued",
                "clock-started",
                "edited",
                "automation-fired",
                "queued",
                "assigned",
                "clock-met",
                "activity-added",
                "workflow-requested",
                "automation-fired",
                "activity-added",
                "activity-completed",
            ],
            timeline.Select(Type)
        );
        var urgent = timeline[4].GetProperty("automation");
        Assert.Equal(
            ("Urgent", "case.edited", 4),
            (urgent.Text("rule"), urgent.Text("event"), urgent.GetProperty("on").GetInt32())
        );
        Assert.Equal(
            ["event.by is 'ann'", "case.fields.impact is 5", "customer.tier is 'gold'"],
            urgent
                .GetProperty("when")
                .EnumerateArray()
                .Select(line => line.GetProperty("leaves").EnumerateArray().Single().Text("value"))
        );
        Assert.Contains(
            "'status: open' was refused",
            timeline[10].GetProperty("automation").Text("says"),
            StringComparison.Ordinal
        );
        Assert.All(timeline[4..10], entry => Assert.Equal("automation:Urgent", entry.GetProperty("event").Text("by")));
        Assert.Equal(JsonValueKind.Null, timeline[5].GetProperty("automation").ValueKind);
        Assert.Equal(
            ("page-ops", "Urgent"),
            (timeline[9].GetProperty("event").Text("workflow"), timeline[9].GetProperty("event").Text("rule"))
        );
        await Verified();
    }

    [Fact]
    public async Task A_rule_whose_conditions_do_not_hold_leaves_no_trace()
    {
        using var ann = host.As("ann");
        var id = await Open(tier: null);

        await ann.PatchAsJsonAsync($"/api/cases/{id}", new { fields = new { impact = 5 } }).Ok();

        Assert.DoesNotContain("automation-fired", (await Timeline(ann, id)).Select(Type));
    }

    [Fact]
    public async Task Children_end_with_a_parent_that_a_rule_ends_when_a_clock_fails()
    {
        using var ann = host.As("ann");
        var (parent, child) = (await Open(), await Open());
        await ann.PostAsJsonAsync($"/api/cases/{child}/assign", new { user = "ann" }).Ok();
        await ann.PostAsJsonAsync($"/api/cases/{parent}/children", new { cases = new[] { child } }).Ok();

        await host.OffFor(TimeSpan.FromHours(2));
        using var later = host.As("ann");
        await host.Until(async () => (await later.GetAsync($"/api/cases/{parent}").Ok()).Text("state") == "resolved");

        Assert.Equal("resolved", (await later.GetAsync($"/api/cases/{child}").Ok()).Text("state"));
        Assert.Equal(
            ["Over"],
            (await Timeline(later, child))
                .Where(entry => Type(entry) == "automation-fired")
                .Select(entry => entry.GetProperty("event").Text("rule"))
        );
        await Verified();
    }

    [Fact]
    public async Task Rules_that_go_round_in_a_circle_are_not_published()
    {
        var problem = await Publish($"{Desk}\n  - {{ rule: Again, on: activity.added, do: [{{ note: Again }}] }}")
            .Problem(HttpStatusCode.UnprocessableEntity, "definition-broken");

        Assert.Contains("CF0070", problem.ToString(), StringComparison.Ordinal);
    }

    private async Task<string?> Open(string? tier = "gold") =>
        (await host.Case(with: new { process = "desk", customerId = await host.Account(tier ?? "plain", tier) })).Text(
            "id"
        );

    private static async Task<JsonElement[]> Timeline(HttpClient client, string? id) =>
        [.. (await client.GetAsync($"/api/cases/{id}/timeline?limit=200").Ok()).GetProperty("items").EnumerateArray()];

    private static string Type(JsonElement entry) => entry.GetProperty("event").Text("type")!;

    private async Task<HttpResponseMessage> Publish(string source)
    {
        using var dora = host.As("dora", "designer");
        return await dora.PostAsJsonAsync("/api/processes/publish", new { source });
    }

    private async Task Verified()
    {
        var found = new List<string>();
        await host
            .Services.GetRequiredService<StoreVerifier>()
            .Verify(problem => found.Add(problem.ToString()), null, TestContext.Current.CancellationToken);
        Assert.Empty(found);
    }
}
