using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CaseFlow.Host.Tests.Reports;

/// <summary>What reports count, against a count done by hand.</summary>
public sealed class ReportTests : IAsyncLifetime
{
    private readonly RunningHost host = new();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Volume_counts_what_was_opened_and_closed_on_each_day_of_a_place()
    {
        await host.Case("first");
        var second = (await host.Case("second")).Text("id");
        await host.OffFor(TimeSpan.FromHours(14)); // Monday 23:00 in UTC, Tuesday in Paris
        using var sue = host.As("sue", "supervisor");
        await host.Case("third");
        await sue.PostAsJsonAsync($"/api/cases/{second}/cancel", new { }).Ok();

        var utc = await sue.GetAsync("/api/reports/volume?from=2026-03-02&to=2026-03-03").Ok();
        var paris = await sue.GetAsync("/api/reports/volume?from=2026-03-02&to=2026-03-03&zone=Europe/Paris").Ok();

        Assert.Equal(["2026-03-02 3 1", "2026-03-03 0 0"], Days(utc));
        Assert.Equal(["2026-03-02 2 0", "2026-03-03 1 1"], Days(paris));
        Assert.Equal((3, 1), (paris.GetProperty("opened").GetInt32(), paris.GetProperty("closed").GetInt32()));

        var tuesday = paris.GetProperty("days")[1];
        var (begins, ends) = (
            Uri.EscapeDataString(tuesday.Text("begins")!),
            Uri.EscapeDataString(tuesday.Text("ends")!)
        );
        Assert.Equal(["third"], await Titles(sue, $"createdAfter={begins}&createdBefore={ends}"));
        Assert.Equal(["second"], await Titles(sue, $"closedAfter={begins}&closedBefore={ends}"));
    }

    [Fact]
    public async Task The_backlog_is_counted_by_queue_agent_stage_and_age_and_every_number_leads_to_its_cases()
    {
        await host.Case("plain", new { customerId = await host.Account(tier: null) });
        await host.OffFor(TimeSpan.FromDays(2));
        using var sue = host.As("sue", "supervisor");
        using var ann = host.As("ann");
        var gold = (await host.Case("gold")).Text("id");
        await host.Case("gold too");
        var closed = (await host.Case("closed")).Text("id");
        await ann.PostAsJsonAsync($"/api/cases/{closed}/cancel", new { }).Ok();
        await ann.PostAsync($"/api/cases/{gold}/pick", null).Ok();
        await ann.PostAsJsonAsync($"/api/cases/{gold}/stage", new { to = "next" }).Ok();

        var backlog = await sue.GetAsync("/api/reports/backlog?process=support-case").Ok();

        Assert.Equal(3, backlog.GetProperty("active").GetInt32());
        Assert.Equal(["gold 2", "front-line 1"], Groups(backlog, "queues", "active"));
        Assert.Equal(["none 2", "ann 1"], Groups(backlog, "owners", "active"));
        Assert.Equal(["identify 2", "research 1"], Groups(backlog, "stages", "active"));
        Assert.Equal(
            [2, 1, 0, 0, 0, 0],
            backlog.GetProperty("ages").EnumerateArray().Select(age => age.GetProperty("active").GetInt32())
        );
        Assert.Equal(["gold"], await Titles(sue, "process=support-case&stage=research&state=active"));
        var old = backlog.GetProperty("ages")[1];
        Assert.Equal(
            ["plain"],
            await Titles(
                sue,
                $"state=active&createdAfter={Uri.EscapeDataString(old.Text("createdAfter")!)}&createdBefore={Uri.EscapeDataString(old.Text("createdBefore")!)}"
            )
        );
    }

    [Fact]
    public async Task Clocks_that_warned_are_at_risk_and_those_that_failed_are_missed()
    {
        await host.Case("gold");
        var paused = (await host.Case("paused")).Text("id");
        using (var first = host.As("ann"))
        {
            await first.PostAsJsonAsync($"/api/cases/{paused}/status", new { to = "on-hold" }).Ok();
        }

        await host.OffFor(TimeSpan.FromMinutes(50));
        await host.Until(async () => (await Clocks()).AtRisk == 1);
        using (var second = host.As("ann"))
        {
            Assert.Equal(["gold"], await Titles(second, "clock=at-risk"));
        }

        Assert.Equal(0, (await Clocks()).Missed);

        await host.OffFor(TimeSpan.FromMinutes(30));
        await host.Until(async () => (await Clocks()).Missed == 1);
        Assert.Equal(0, (await Clocks()).AtRisk);
        using var sue = host.As("sue", "supervisor");
        var report = await sue.GetAsync("/api/reports/clocks").Ok();
        Assert.Equal(["gold 1"], Groups(report, "queues", "missed"));
        Assert.Equal(["gold"], await Titles(sue, "clock=missed&queue=gold"));
        Assert.Equal(
            ["gold"],
            await Titles(
                sue,
                $"missedAfter={Uri.EscapeDataString(report.Text("begins")!)}&missedBefore={Uri.EscapeDataString(report.Text("ends")!)}"
            )
        );
    }

    [Fact]
    public async Task The_funnel_says_how_far_cases_have_come()
    {
        using var sue = host.As("sue", "supervisor");
        await host.Case("first");
        var second = (await host.Case("second")).Text("id");
        await sue.PostAsJsonAsync($"/api/cases/{second}/stage", new { to = "next" }).Ok();
        var third = (await host.Case("third")).Text("id");
        await sue.PostAsJsonAsync($"/api/cases/{third}/stage", new { to = "next" }).Ok();
        await sue.PostAsJsonAsync($"/api/cases/{third}/cancel", new { }).Ok();

        var funnel = await sue.GetAsync("/api/reports/funnel?process=support-case").Ok();

        Assert.Equal(
            ["identify 3 1", "research 2 1", "resolve 0 0"],
            funnel
                .GetProperty("stages")
                .EnumerateArray()
                .Select(stage =>
                    $"{stage.Text("key")} {stage.GetProperty("reached").GetInt32()} {stage.GetProperty("active").GetInt32()}"
                )
        );
        Assert.Equal(1, funnel.GetProperty("cancelled").GetInt32());
        var problem = await sue.GetAsync("/api/reports/funnel").Problem(HttpStatusCode.BadRequest, "malformed");
        Assert.Contains("support-case", problem.Texts("allowed"));
    }

    [Fact]
    public async Task Tables_run_nothing_in_a_spreadsheet()
    {
        using var sue = host.As("sue", "supervisor");
        using var ann = host.As("ann");
        foreach (
            var (key, name) in new[]
            {
                ("eve", "=HYPERLINK(\"http://evil\",\"x\")"),
                ("at", "@SUM(1)"),
                ("plus", "+1, and"),
            }
        )
        {
            await sue.PostAsJsonAsync("/api/users", new { key, name }).Ok();
            var id = (await host.Case($"of {key}")).Text("id");
            await ann.PostAsJsonAsync($"/api/cases/{id}/assign", new { user = key }).Ok();
        }

        var answer = await sue.GetAsync("/api/reports/backlog.csv");
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n");

        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("backlog.csv", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Contains(
            lines,
            line =>
                line.StartsWith(
                    "owner,,eve,\"'=HYPERLINK(\"\"http://evil\"\",\"\"x\"\")\",1,",
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(lines, line => line.StartsWith("owner,,at,'@SUM(1),1,", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("owner,,plus,\"'+1, and\",1,", StringComparison.Ordinal));
    }

    private async Task<(int AtRisk, int Missed)> Clocks()
    {
        using var client = host.As("sue", "supervisor");
        var report = await client.GetAsync("/api/reports/clocks").Ok();
        return (report.GetProperty("atRisk").GetInt32(), report.GetProperty("missed").GetInt32());
    }

    private static IEnumerable<string> Days(JsonElement volume) =>
        volume
            .GetProperty("days")
            .EnumerateArray()
            .Select(day =>
                $"{day.Text("day")} {day.GetProperty("opened").GetInt32()} {day.GetProperty("closed").GetInt32()}"
            );

    private static List<string> Groups(JsonElement report, string by, string number) =>
        [
            .. report
                .GetProperty(by)
                .EnumerateArray()
                .Select(group => $"{group.Text("key") ?? "none"} {group.GetProperty(number).GetInt32()}"),
        ];

    private static async Task<IEnumerable<string?>> Titles(HttpClient client, string filter) =>
        (await client.GetAsync($"/api/cases?{filter}").Ok())
            .GetProperty("items")
            .EnumerateArray()
            .Select(one => one.Text("title"));
}
