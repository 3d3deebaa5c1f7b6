using System.Net;
using System.Net.Http.Json;

namespace CaseFlow.Host.Tests.Cases;

/// <summary>Idempotency keys and ETags: nothing is done twice, and nothing is overwritten unseen.</summary>
public sealed class RepeatTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task The_second_answer_to_a_key_is_the_first_one_byte_for_byte()
    {
        var id = (await host.Case()).Text("id");

        var first = await Post($"/api/cases/{id}/status", new { to = "on-hold" }, "move-1");
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        var second = await Post($"/api/cases/{id}/status", new { to = "on-hold" }, "move-1");

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(), await second.Content.ReadAsByteArrayAsync());
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
    }

    [Fact]
    public async Task A_refusal_is_repeated_too()
    {
        using var ann = host.As("ann");
        var id = (await host.Case()).Text("id");
        var refused = await Post($"/api/cases/{id}/reactivate", new { }, "again-1");

        var repeated = await Post($"/api/cases/{id}/reactivate", new { }, "again-1");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, repeated.StatusCode);
        Assert.Equal(await refused.Content.ReadAsByteArrayAsync(), await repeated.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Twenty_creations_at_once_with_one_key_make_one_case()
    {
        var customer = await host.Account("Key customer");
        var body = new
        {
            process = "support-case",
            title = "Once",
            customerId = customer,
        };

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Post("/api/cases", body, "create-1")));

        var bodies = await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync()));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Single(bodies.Distinct(StringComparer.Ordinal));
        using var ann = host.As("ann");
        Assert.Single(
            (await ann.GetAsync($"/api/cases?customer={customer}").Ok()).GetProperty("items").EnumerateArray()
        );
    }

    [Fact]
    public async Task A_customer_is_made_once_for_a_key()
    {
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(_ => Post("/api/customers", new { kind = "account", name = "Only Once" }, "customer-1"))
        );

        var bodies = await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync()));
        Assert.Single(bodies.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_key_is_not_used_for_another_request()
    {
        var id = (await host.Case()).Text("id");
        await Post($"/api/cases/{id}/status", new { to = "on-hold" }, "reuse-1");

        await Task.FromResult(await Post($"/api/cases/{id}/status", new { to = "researching" }, "reuse-1"))
            .Problem(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
    }

    [Fact]
    public async Task Keys_of_two_users_are_two_keys()
    {
        var id = (await host.Case()).Text("id");
        await Post($"/api/cases/{id}/status", new { to = "on-hold" }, "mine-1");

        var bobs = await Post($"/api/cases/{id}/status", new { to = "in-progress" }, "mine-1", "bob");

        Assert.Equal("in-progress", (await bobs.Json()).Text("status"));
    }

    [Fact]
    [Trait("Feature", "Edit a case")]
    public async Task An_update_of_what_has_changed_meanwhile_is_refused_and_told_field_by_field()
    {
        using var ann = host.As("ann");
        var id = (await host.Case()).Text("id");
        var seen = (await ann.GetAsync($"/api/cases/{id}")).Headers.ETag!;
        await ann.PatchAsJsonAsync($"/api/cases/{id}", new { description = "Smells", fields = new { impact = 2 } })
            .Ok();
        var moved = await ann.PostAsJsonAsync($"/api/cases/{id}/status", new { to = "on-hold" }).Ok();

        ann.DefaultRequestHeaders.Add("If-Match", seen.ToString());
        var problem = await ann.PatchAsJsonAsync($"/api/cases/{id}", new { title = "Late" })
            .Problem(HttpStatusCode.PreconditionFailed, "version-conflict");

        Assert.Equal(moved.GetProperty("version").GetInt32(), problem.GetProperty("version").GetInt32());
        Assert.Equal(
            ["description: null, \"Smells\"", "status: \"in-progress\", \"on-hold\"", "impact: null, 2"],
            problem
                .GetProperty("changes")
                .EnumerateArray()
                .Select(one =>
                    $"{one.Text("field")}: {one.GetProperty("seen").GetRawText()}, {one.GetProperty("now").GetRawText()}"
                )
        );
        Assert.Equal("Printer on fire", (await ann.GetAsync($"/api/cases/{id}").Ok()).Text("title"));
    }

    private async Task<HttpResponseMessage> Post(string path, object body, string key, string user = "ann")
    {
        using var client = host.As(user);
        client.DefaultRequestHeaders.Add("Idempotency-Key", key);
        return await client.PostAsJsonAsync(path, body);
    }
}
