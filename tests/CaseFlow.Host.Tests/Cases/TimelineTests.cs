using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CaseFlow.Host.Tests.Cases;

/// <summary>The timeline from either end, of some kinds or of all.</summary>
public sealed class TimelineTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task The_newest_can_come_first_page_by_page()
    {
        using var ann = host.As("ann");
        var address = $"/api/cases/{(await host.Case("Newest first")).Text("id")}";
        await ann.PostAsJsonAsync($"{address}/activities", new { kind = "note", text = "One" }).Ok();

        var oldest = await All(ann, $"{address}/timeline?limit=100");
        var newest = await All(ann, $"{address}/timeline?order=newest&limit=2");

        Assert.Equal(Enumerable.Range(1, oldest.Count), oldest.Select(Position));
        Assert.Equal(oldest.Select(Position).Reverse(), newest.Select(Position));
    }

    [Fact]
    [Trait("Feature", "Timeline")]
    public async Task Only_some_kinds_can_be_asked_for()
    {
        using var ann = host.As("ann");
        var address = $"/api/cases/{(await host.Case("Some kinds")).Text("id")}";
        await ann.PostAsJsonAsync($"{address}/activities", new { kind = "note", text = "One" }).Ok();

        var activities = await All(ann, $"{address}/timeline?types=activity-*,opened");

        Assert.Equal(
            ["opened", "activity-added", "activity-completed"],
            activities.Select(one => one.GetProperty("event").Text("type"))
        );
    }

    [Fact]
    [Trait("Feature", "Timeline")]
    public async Task All_that_happens_is_one_stream_that_is_read_to_its_end_while_more_happens()
    {
        using var ann = host.As("ann");
        var address = $"/api/cases/{(await host.Case("All kinds", new { priority = "low" })).Text("id")}";
        await ann.PostAsJsonAsync($"{address}/activities", new { kind = "note", text = "One" }).Ok();
        await ann.PostAsJsonAsync($"{address}/status", new { to = "on-hold" }).Ok();
        await ann.PostAsJsonAsync($"{address}/stage", new { to = "next" }).Ok();
        await ann.PatchAsJsonAsync(address, new { fields = new { impact = 5 } }).Ok();
        await ann.PostAsJsonAsync($"{address}/queue", new { queue = "outage" }).Ok();
        await ann.PostAsJsonAsync($"{address}/assign", new { user = "bob" }).Ok();
        var meanwhile = 0;

        var told = await All(
            ann,
            $"{address}/timeline?limit=3",
            () =>
                meanwhile++ < 3
                    ? ann.PostAsJsonAsync($"{address}/activities", new { kind = "note", text = "More" }).Ok()
                    : Task.CompletedTask
        );

        Assert.Equal(Enumerable.Range(1, told.Count), told.Select(Position));
        string[] kinds =
        [
            "opened",
            "queued",
            "clock-started",
            "activity-added",
            "status-moved",
            "clock-paused",
            "stage-moved",
            "edited",
            "automation-fired",
            "assigned",
        ];
        Assert.Empty(kinds.Except(told.Select(one => one.GetProperty("event").Text("type"))));
    }

    [Theory]
    [InlineData("order=sideways")]
    [InlineData("types=opend")]
    [InlineData("cursor=!")]
    public async Task A_question_that_makes_no_sense_is_refused(string query)
    {
        using var ann = host.As("ann");
        var address = $"/api/cases/{(await host.Case("Bad question")).Text("id")}";

        await ann.GetAsync($"{address}/timeline?{query}").Problem(HttpStatusCode.BadRequest, "malformed");
    }

    private static int Position(JsonElement entry) => entry.GetProperty("position").GetInt32();

    /// <param name="meanwhile">Happens between two pages.</param>
    private static async Task<List<JsonElement>> All(HttpClient asker, string address, Func<Task>? meanwhile = null)
    {
        var all = new List<JsonElement>();
        string? cursor = null;
        do
        {
            var page = await asker.GetAsync($"{address}&cursor={cursor}").Ok();
            all.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.Text("next");
            await (meanwhile?.Invoke() ?? Task.CompletedTask);
        } while (cursor is not null);

        return all;
    }
}
