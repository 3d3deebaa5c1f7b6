using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CaseFlow.Host.Tests.Sla;

/// <summary>Clocks over HTTP, with a clock on the wall that is turned by hand: it is a Monday, 10:00 in Paris.</summary>
public sealed class ClockTests : IAsyncLifetime
{
    // A host for each test, because each turns the clock by itself, and far.
    private readonly RunningHost host = new();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_clock_runs_pauses_and_adds_up_to_the_second()
    {
        using var ann = host.As("ann");
        var id = (await host.Case(with: new { customerId = await host.Account("Plain", tier: null) })).Text("id");
        var started = await Clock(ann, id, "Resolution");
        Assert.Equal("running", started.Text("state"));
        Assert.Equal(45 * 3_600, started.GetProperty("target").GetProperty("failAfter").GetInt32());

        host.Clock.AdjustTime(RunningHost.Monday9.AddMinutes(30));
        await ann.PostAsJsonAsync(
                $"/api/cases/{id}/activities",
                new
                {
                    kind = "phone-call",
                    subject = "Asked for the serial number",
                    direction = "outgoing",
                    completed = true,
                    minutes = 5,
                }
            )
            .Ok();
        await ann.PostAsJsonAsync($"/api/cases/{id}/status", new { to = "waiting-for-details" }).Ok();
        var answered = await Clock(ann, id, "First response");
        Assert.Equal(("met", "Everybody"), (answered.Text("state"), answered.GetProperty("target").Text("rule")));

        host.Clock.AdjustTime(RunningHost.Monday9.AddMinutes(120));
        await ann.PostAsJsonAsync($"/api/cases/{id}/status", new { to = "in-progress" }).Ok();
        host.Clock.AdjustTime(RunningHost.Monday9.AddMinutes(121));

        var clock = await Clock(ann, id, "Resolution");
        var seconds = clock.GetProperty("seconds");
        Assert.Equal(
            (31 * 60, 90 * 60, 0, 121 * 60),
            (Whole(seconds, "counting"), Whole(seconds, "paused"), Whole(seconds, "closed"), Whole(seconds, "total"))
        );
        Assert.Equal((45 * 3_600) - (31 * 60), Whole(clock, "remaining"));
        Assert.Equal(
            ["counting", "paused", "counting"],
            clock.GetProperty("intervals").EnumerateArray().Select(interval => interval.Text("kind"))
        );
        Assert.All(
            clock.GetProperty("intervals").EnumerateArray(),
            interval => Assert.Equal(("business", "Everybody"), (interval.Text("calendar"), interval.Text("rule")))
        );
    }

    [Fact]
    public async Task The_bell_rings_what_is_due_and_the_case_does_what_follows()
    {
        using var ann = host.As("ann");
        var id = (await host.Case("Mail is slow", new { priority = "high" })).Text("id");
        await ann.PostAsJsonAsync($"/api/cases/{id}/status", new { to = "researching" }).Ok();

        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddHours(24));
        await host.Until(async () => (await Clock(ann, id, "Resolution")).Text("state") == "failed");

        var shown = await ann.GetAsync($"/api/cases/{id}").Ok();
        Assert.Equal("outage", shown.Text("queue"));
        Assert.Contains("notified", await EventTypes(ann, id));
    }

    [Fact]
    public async Task A_case_moves_by_itself_when_its_time_has_come()
    {
        using var ann = host.As("ann");
        var id = (await host.Case()).Text("id");
        await ann.PostAsJsonAsync($"/api/cases/{id}/status", new { to = "waiting-for-details" }).Ok();

        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddDays(30));
        await host.Until(async () => (await ann.GetAsync($"/api/cases/{id}").Ok()).Text("state") == "cancelled");

        Assert.Contains("clock-cancelled", await EventTypes(ann, id));
    }

    [Fact]
    public async Task Open_cases_follow_the_times_of_a_newer_version()
    {
        using var dora = host.As("dora", "designer,agent");
        await Publish(dora, 600);
        var id = (await host.Case(with: new { process = "timed" })).Text("id");
        Assert.Equal(600, (await Clock(dora, id, "K")).GetProperty("target").GetProperty("failAfter").GetInt32());

        await Publish(dora, 1_200);

        await host.Until(async () =>
            (await Clock(dora, id, "K")).GetProperty("target").GetProperty("failAfter").GetInt32() == 1_200
        );
    }

    [Fact]
    public async Task A_case_that_is_not_there_has_no_clocks()
    {
        using var ann = host.As("ann");

        await ann.GetAsync($"/api/cases/{Guid.NewGuid()}/sla").Problem(HttpStatusCode.NotFound, "no-such-case");
    }

    private static async Task<JsonElement> Clock(HttpClient client, string? id, string kpi) =>
        (await client.GetAsync($"/api/cases/{id}/sla").Ok())
            .GetProperty("items")
            .EnumerateArray()
            .Single(clock => clock.Text("kpi") == kpi);

    private static async Task<string[]> EventTypes(HttpClient client, string? id) =>
        [
            .. (await client.GetAsync($"/api/cases/{id}/timeline?limit=200").Ok())
                .GetProperty("items")
                .EnumerateArray()
                .Select(item => item.GetProperty("event").Text("type")!),
        ];

    private static int Whole(JsonElement json, string property) => json.GetProperty(property).GetInt32();

    private static async Task Publish(HttpClient client, int seconds) =>
        await client
            .PostAsJsonAsync(
                "/api/processes/publish",
                new
                {
                    source = $$"""
                    process: timed
                    title: Timed
                    statuses:
                      active: { open: { initial: true } }
                      resolved: { done: }
                    transitions: any
                    sla: [{ kpi: K, starts: case.created, met-by: case.resolved, fail-after: {{seconds}}s }]
                    """,
                }
            )
            .Ok();
}
