using System.Net;
using System.Net.Http.Json;

namespace CaseFlow.Host.Tests.Views;

/// <summary>Built-in and saved views over HTTP.</summary>
public sealed class ViewTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task My_active_all_active_resolved_and_one_for_each_queue_are_built_in()
    {
        using var ann = host.As("ann");
        var id = (await host.Case()).Text("id");
        await ann.PostAsJsonAsync($"/api/cases/{id}/assign", new { user = "ann" }).Ok();

        var keys = (await ann.GetAsync("/api/views").Ok())
            .GetProperty("items")
            .EnumerateArray()
            .Select(view => view.Text("key"))
            .ToList();

        Assert.Equal(["my-active", "all-active", "resolved"], keys.Take(3));
        Assert.Contains("queue:gold", keys);
        Assert.Contains(id, await Cases(ann, "my-active"));
        Assert.Contains(id, await Cases(ann, "all-active"));
        Assert.Contains(id, await Cases(ann, "queue:gold"));
        Assert.DoesNotContain(id, await Cases(ann, "resolved"));
        using var bob = host.As("bob");
        Assert.DoesNotContain(id, await Cases(bob, "my-active"));
    }

    [Fact]
    public async Task A_view_is_saved_changed_and_removed()
    {
        using var ann = host.As("ann");
        var customer = await host.Account();
        var first = (await host.Case("first", new { customerId = customer, priority = "low" })).Text("id");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = (await host.Case("second", new { customerId = customer, priority = "high" })).Text("id");

        var saved = await ann.PostAsJsonAsync(
                "/api/views",
                new
                {
                    name = "Theirs",
                    filter = new { customer },
                    sort = "created",
                    columns = new[] { "ticket", "title" },
                }
            )
            .Ok();
        var key = saved.Text("key")!;
        Assert.Equal([first, second], await Cases(ann, key));
        Assert.Equal([second, first], await Cases(ann, key, "?sort=-priority"));

        var changed = await ann.PatchAsJsonAsync(
                $"/api/views/{key}",
                new { filter = new { customer, priority = "high" } }
            )
            .Ok();
        Assert.Equal(("Theirs", "created"), (changed.Text("name"), changed.Text("sort")));
        Assert.Equal(["ticket", "title"], changed.Texts("columns"));
        Assert.Equal([second], await Cases(ann, key));

        Assert.Equal(HttpStatusCode.NoContent, (await ann.DeleteAsync($"/api/views/{key}")).StatusCode);
        await ann.GetAsync($"/api/views/{key}").Problem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task What_somebody_keeps_to_himself_is_not_there_for_others()
    {
        using var ann = host.As("ann");
        using var bob = host.As("bob");
        var key = (
            await ann.PostAsJsonAsync("/api/views", new { name = "Mine", filter = new { owner = "me" } }).Ok()
        ).Text("key");

        await bob.GetAsync($"/api/views/{key}").Problem(HttpStatusCode.NotFound, "not-found");
        await bob.GetAsync($"/api/views/{key}/cases").Problem(HttpStatusCode.NotFound, "not-found");
        await bob.PatchAsJsonAsync($"/api/views/{key}", new { name = "Bob's" })
            .Problem(HttpStatusCode.NotFound, "not-found");
        await bob.DeleteAsync($"/api/views/{key}").Problem(HttpStatusCode.NotFound, "not-found");

        await ann.PatchAsJsonAsync($"/api/views/{key}", new { shared = true }).Ok();
        await bob.GetAsync($"/api/views/{key}/cases").Ok();
        await bob.PatchAsJsonAsync($"/api/views/{key}", new { name = "Bob's" })
            .Problem(HttpStatusCode.Forbidden, "not-the-owner");
        await bob.DeleteAsync($"/api/views/{key}").Problem(HttpStatusCode.Forbidden, "not-the-owner");
    }

    [Fact]
    public async Task Wrong_views_are_refused()
    {
        using var ann = host.As("ann");

        await ann.PostAsJsonAsync("/api/views", new { }).Problem(HttpStatusCode.BadRequest, "fields-invalid");
        await ann.PostAsJsonAsync("/api/views", new { name = " " })
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");
        await ann.PostAsJsonAsync("/api/views", new { name = "x", sort = "title" })
            .Problem(HttpStatusCode.BadRequest, "malformed");
        await ann.PostAsJsonAsync("/api/views", new { name = "x", filter = new { state = "open" } })
            .Problem(HttpStatusCode.BadRequest, "malformed");
        await ann.PostAsJsonAsync("/api/views", new { name = "x", filter = new { colour = "red" } })
            .Problem(HttpStatusCode.BadRequest, "malformed");
        await ann.PatchAsJsonAsync("/api/views/my-active", new { name = "x" })
            .Problem(HttpStatusCode.NotFound, "not-found");
    }

    private static async Task<string[]> Cases(HttpClient client, string key, string query = "") =>
        [
            .. (await client.GetAsync($"/api/views/{key}/cases{query}").Ok())
                .GetProperty("items")
                .EnumerateArray()
                .Select(one => one.Text("id")!),
        ];
}
