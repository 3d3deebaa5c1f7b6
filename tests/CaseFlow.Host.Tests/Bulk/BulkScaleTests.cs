using System.Net.Http.Json;
using System.Text.Json;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.Bulk;

/// <summary>A job of the size that is promised.</summary>
public sealed class BulkScaleTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const int Cases = 10_000;
    private const int Closed = 10;

    [Fact]
    public async Task Ten_thousand_cases_are_changed_each_with_what_came_of_it_and_changed_back()
    {
        using var ann = host.As("ann");
        var customer = await host.Account();
        var ids = await host.Open(customer, Cases, host.Clock.GetUtcNow());
        foreach (var id in ids[^Closed..])
        {
            await ann.PostAsJsonAsync($"/api/cases/{id}/cancel", new { }).Ok();
        }

        var job = await ann.PostAsJsonAsync(
                "/api/bulk",
                new { filter = new { customer }, command = new { name = "assign", team = "night" } }
            )
            .Ok();
        var progress = await Progress(ann, job);

        Assert.Equal(progress.OrderDescending(), progress);
        Assert.True(progress.Distinct().Count() > 2, "It is told how far the job is while it runs.");
        var ended = await ann.GetAsync($"/api/bulk/{job.Text("id")}").Ok();
        Assert.Equal((Cases - Closed, Closed, 0), Counts(ended));
        var results = await Results(ann, job);
        Assert.Equal(
            ids.Select(id => id.Value).Order(),
            results.Select(one => one.GetProperty("caseId").GetGuid()).Order()
        );
        Assert.All(
            results.Where(one => one.Text("outcome") == "refused"),
            one => Assert.Equal("case-closed", one.Text("code"))
        );
        Assert.Equal(Cases - Closed, await Of("night"));

        var undo = await ann.PostAsJsonAsync($"/api/bulk/{job.Text("id")}/undo", new { }).Ok();
        Assert.Equal((Cases - Closed, 0, 0), Counts(await BulkTests.Ended(ann, undo)));
        Assert.Equal(0, await Of("night"));
    }

    private async Task<int> Of(string team)
    {
        await using var db = await host
            .Services.GetRequiredService<IDbContextFactory<CaseFlowDb>>()
            .CreateDbContextAsync();
        return await db.Cases.CountAsync(row => row.Team == team);
    }

    /// <summary>How many cases were left each time that it was told.</summary>
    private static async Task<int[]> Progress(HttpClient client, JsonElement job) =>
        [
            .. (await client.GetStringAsync($"/api/bulk/{job.Text("id")}/stream"))
                .Split('\n')
                .Where(line => line.StartsWith("data: ", StringComparison.Ordinal))
                .Select(line =>
                    JsonSerializer.Deserialize<JsonElement>(line["data: ".Length..]).GetProperty("waiting").GetInt32()
                ),
        ];

    private static (int Changed, int Refused, int Waiting) Counts(JsonElement job) =>
        (
            job.GetProperty("changed").GetInt32(),
            job.GetProperty("refused").GetInt32(),
            job.GetProperty("waiting").GetInt32()
        );

    private static async Task<List<JsonElement>> Results(HttpClient client, JsonElement job)
    {
        var found = new List<JsonElement>();
        string? cursor = null;
        do
        {
            var page = await client.GetAsync($"/api/bulk/{job.Text("id")}/results?limit=200&cursor={cursor}").Ok();
            found.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.Text("next");
        } while (cursor is not null);

        return found;
    }
}
