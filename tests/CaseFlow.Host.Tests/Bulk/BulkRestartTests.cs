using System.Net.Http.Json;

namespace CaseFlow.Host.Tests.Bulk;

/// <summary>Bulk jobs that are interrupted.</summary>
public sealed class BulkRestartTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task A_job_goes_on_after_a_restart_and_does_no_case_twice()
    {
        var ids = await Cases(150);
        Guid job;
        using (var ann = host.As("ann"))
        {
            var command = new
            {
                name = "add-activity",
                kind = "note",
                text = "Once",
            };
            job = (await ann.PostAsJsonAsync("/api/bulk", new { ids, command }).Ok()).GetProperty("id").GetGuid();
        }

        await host.Restart();
        using var again = host.As("ann");
        var ended = await BulkTests.Ended(again, await again.GetAsync($"/api/bulk/{job}").Ok());

        Assert.Equal(ids.Length, ended.GetProperty("changed").GetInt32());
        foreach (var id in ids)
        {
            Assert.Single(
                (await again.GetAsync($"/api/cases/{id}/activities").Ok()).GetProperty("items").EnumerateArray()
            );
        }
    }

    [Fact]
    public async Task A_cancelled_job_leaves_the_rest_alone()
    {
        using var ann = host.As("ann");
        var ids = await Cases(120);
        var command = new { name = "edit", title = "Renamed" };
        var job = await ann.PostAsJsonAsync("/api/bulk", new { ids, command }).Ok();
        await ann.PostAsJsonAsync($"/api/bulk/{job.Text("id")}/cancel", new { }).Ok();

        var ended = await BulkTests.Ended(ann, job);

        var (changed, waiting) = (ended.GetProperty("changed").GetInt32(), ended.GetProperty("waiting").GetInt32());
        Assert.Equal(120, changed + waiting);
        Assert.Equal(waiting > 0 ? "cancelled" : "done", ended.Text("state"));
        var titles = new List<string?>();
        foreach (var id in ids)
        {
            titles.Add((await ann.GetAsync($"/api/cases/{id}").Ok()).Text("title"));
        }

        Assert.Equal(changed, titles.Count(title => title == "Renamed"));
    }

    private async Task<string[]> Cases(int count)
    {
        using var ann = host.As("ann");
        var customerId = await host.Account();
        var made = Enumerable
            .Range(0, count)
            .Select(_ =>
                ann.PostAsJsonAsync(
                        "/api/cases",
                        new
                        {
                            process = "support-case",
                            title = "Bulky",
                            customerId,
                        }
                    )
                    .Ok()
            );
        return [.. (await Task.WhenAll(made)).Select(one => one.Text("id")!)];
    }
}
