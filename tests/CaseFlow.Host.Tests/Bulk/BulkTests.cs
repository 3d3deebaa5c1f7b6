using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CaseFlow.Host.Tests.Bulk;

/// <summary>One command for many cases, over HTTP.</summary>
public sealed class BulkTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Every_case_goes_through_the_gates_of_a_single_command_and_the_rest_goes_on()
    {
        using var ann = host.As("ann");
        var ids = await Cases(6);
        await ann.PostAsJsonAsync($"/api/cases/{ids[1]}/assign", new { user = "bob" }).Ok();
        await ann.PostAsJsonAsync($"/api/cases/{ids[4]}/cancel", new { }).Ok();

        var job = await Run(
            ann,
            new { ids = ids.Append(Guid.NewGuid().ToString()), command = new { name = "assign", user = "bob" } }
        );

        Assert.Equal((7, 4, 1, 2), Counts(job));
        Assert.Equal("done", job.Text("state"));
        var results = await Results(ann, job);
        Assert.Equal(
            ["changed", "unchanged", "changed", "changed", "refused", "changed", "refused"],
            results.Select(one => one.Text("outcome"))
        );
        Assert.Equal(
            ["case-closed", "no-such-case"],
            results.Where(one => one.Text("outcome") == "refused").Select(one => one.Text("code"))
        );
        Assert.Equal("bob", (await ann.GetAsync($"/api/cases/{ids[5]}").Ok()).Text("owner"));
        Assert.Equal(
            2,
            (await ann.GetAsync($"/api/bulk/{job.Text("id")}/results?outcome=refused").Ok())
                .GetProperty("items")
                .GetArrayLength()
        );
    }

    [Fact]
    [Trait("Feature", "Stage gate")]
    public async Task A_filter_chooses_the_cases_and_the_result_is_that_of_single_commands()
    {
        using var ann = host.As("ann");
        var (ours, theirs) = (await host.Account(), await host.Account());
        var bulk = await Cases(12, ours, index => index % 3 == 0 ? "high" : "low");
        var single = await Cases(12, theirs, index => index % 3 == 0 ? "high" : "low");

        var job = await Run(
            ann,
            new
            {
                filter = new { customer = ours },
                command = new
                {
                    name = "stage",
                    to = "resolve",
                    reason = "Tidy up",
                },
            }
        );
        var codes = new List<string?>();
        foreach (var id in single)
        {
            var answer = await ann.PostAsJsonAsync(
                $"/api/cases/{id}/stage",
                new { to = "resolve", reason = "Tidy up" }
            );
            codes.Add(answer.IsSuccessStatusCode ? null : (await answer.Json()).Text("code"));
        }

        var results = await Results(ann, job);
        Assert.Equal(codes.Order(), results.Select(one => one.Text("code")).Order());
        Assert.Contains("stage-gate", codes);
        foreach (var (one, other) in bulk.Zip(single))
        {
            Assert.Equal(await Shown(ann, other), await Shown(ann, one));
        }
    }

    [Fact]
    public async Task A_job_has_the_rights_of_who_asked_and_is_there_for_him()
    {
        using var designer = host.As("dora", "designer");
        using var ann = host.As("ann");
        using var bob = host.As("bob");
        using var boss = host.As("eve", "supervisor");
        var ids = await Cases(1);

        var job = await Run(designer, new { ids, command = new { name = "assign", user = "bob" } });

        Assert.Equal("role-not-allowed", Assert.Single(await Results(designer, job)).Text("code"));
        await bob.GetAsync($"/api/bulk/{job.Text("id")}").Problem(HttpStatusCode.NotFound, "not-found");
        await bob.GetAsync($"/api/bulk/{job.Text("id")}/results").Problem(HttpStatusCode.NotFound, "not-found");
        await bob.GetAsync($"/api/bulk/{job.Text("id")}/stream").Problem(HttpStatusCode.NotFound, "not-found");
        await bob.PostAsJsonAsync($"/api/bulk/{job.Text("id")}/cancel", new { })
            .Problem(HttpStatusCode.NotFound, "not-found");
        await bob.PostAsJsonAsync($"/api/bulk/{job.Text("id")}/undo", new { })
            .Problem(HttpStatusCode.NotFound, "not-found");
        await boss.GetAsync($"/api/bulk/{job.Text("id")}").Ok();
    }

    [Fact]
    public async Task Progress_is_streamed_until_the_end()
    {
        using var ann = host.As("ann");
        var ids = await Cases(250);
        var made = await ann.PostAsJsonAsync(
                "/api/bulk",
                new { ids, command = new { name = "edit", title = "Renamed" } }
            )
            .Ok();

        var stream = await ann.GetStringAsync($"/api/bulk/{made.Text("id")}/stream");

        var events = stream.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("event: ended", events[^1], StringComparison.Ordinal);
        Assert.Contains("\"changed\":250", events[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_has_touched_since_is_undone_and_the_rest_is_told()
    {
        using var ann = host.As("ann");
        using var bob = host.As("bob");
        var ids = await Cases(3);
        var before = await Task.WhenAll(ids.Select(id => Shown(ann, id)));
        var job = await Run(
            ann,
            new
            {
                ids,
                command = new
                {
                    name = "edit",
                    title = "Renamed",
                    fields = new { serial = "ABC-123456" },
                },
            }
        );
        Assert.Equal((3, 3, 0, 0), Counts(job));
        await bob.PostAsJsonAsync($"/api/cases/{ids[1]}/activities", new { kind = "note", text = "Touched" }).Ok();

        var undone = await Ended(ann, await ann.PostAsJsonAsync($"/api/bulk/{job.Text("id")}/undo", new { }).Ok());

        Assert.Equal(job.Text("id"), undone.Text("undoes"));
        Assert.Equal((3, 2, 0, 1), Counts(undone));
        var refused = Assert.Single(await Results(ann, undone), one => one.Text("outcome") == "refused");
        Assert.Equal((ids[1], "version-conflict"), (refused.Text("caseId"), refused.Text("code")));
        Assert.Equal(before[0], await Shown(ann, ids[0]));
        Assert.Equal(before[2], await Shown(ann, ids[2]));
        await ann.PostAsJsonAsync($"/api/bulk/{job.Text("id")}/undo", new { })
            .Problem(HttpStatusCode.Conflict, "already-undone");
        await ann.PostAsJsonAsync($"/api/bulk/{undone.Text("id")}/undo", new { })
            .Problem(HttpStatusCode.UnprocessableEntity, "cannot-undo");
    }

    [Theory]
    [InlineData("""{ "name": "status", "to": "on-hold" }""")]
    [InlineData("""{ "name": "stage", "to": "next" }""")]
    [InlineData("""{ "name": "queue", "queue": "front-line" }""")]
    [InlineData("""{ "name": "unqueue" }""")]
    [InlineData("""{ "name": "pick" }""")]
    [InlineData("""{ "name": "assign", "team": "night" }""")]
    [InlineData("""{ "name": "cancel", "status": "cancelled" }""")]
    public async Task Whatever_a_job_did_is_taken_back(string command)
    {
        using var ann = host.As("ann");
        var ids = await Cases(1);
        var before = await Shown(ann, ids[0]);
        var job = await Run(ann, new { ids, command = JsonSerializer.Deserialize<JsonElement>(command) });
        Assert.Equal((1, 1, 0, 0), Counts(job));

        var undone = await Ended(ann, await ann.PostAsJsonAsync($"/api/bulk/{job.Text("id")}/undo", new { }).Ok());

        Assert.True(Counts(undone) == (1, 1, 0, 0), string.Join(' ', await Results(ann, undone)));
        Assert.Equal(before, await Shown(ann, ids[0]));
    }

    [Fact]
    public async Task The_same_request_makes_one_job()
    {
        using var ann = host.As("ann");
        ann.DefaultRequestHeaders.Add("Idempotency-Key", "once");
        var body = new { ids = await Cases(1), command = new { name = "edit", title = "Renamed" } };

        var first = await ann.PostAsJsonAsync("/api/bulk", body).Ok();
        var second = await ann.PostAsJsonAsync("/api/bulk", body).Ok();

        Assert.Equal(first.Text("id"), second.Text("id"));
    }

    [Fact]
    public async Task Wrong_jobs_are_refused()
    {
        using var ann = host.As("ann");
        var ids = await Cases(1);
        var many = Enumerable.Range(0, 10_001).Select(_ => Guid.NewGuid());

        await ann.PostAsJsonAsync("/api/bulk", new { ids }).Problem(HttpStatusCode.BadRequest, "fields-invalid");
        await ann.PostAsJsonAsync("/api/bulk", new { command = new { name = "route" } })
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");
        await ann.PostAsJsonAsync("/api/bulk", new { ids, command = new { name = "migrate" } })
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");
        await ann.PostAsJsonAsync("/api/bulk", new { ids, command = new { name = "status" } })
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");
        await ann.PostAsJsonAsync("/api/bulk", new { ids, command = new { name = "status", too = "x" } })
            .Problem(HttpStatusCode.BadRequest, "malformed");
        await ann.PostAsJsonAsync("/api/bulk", new { ids = Array.Empty<Guid>(), command = new { name = "route" } })
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");
        await ann.PostAsJsonAsync("/api/bulk", new { ids = many, command = new { name = "route" } })
            .Problem(HttpStatusCode.UnprocessableEntity, "too-many-cases");
        await ann.GetAsync($"/api/bulk/{Guid.NewGuid()}").Problem(HttpStatusCode.NotFound, "not-found");
    }

    internal static async Task<JsonElement> Ended(HttpClient client, JsonElement job)
    {
        await client.GetStringAsync($"/api/bulk/{job.Text("id")}/stream");
        return await client.GetAsync($"/api/bulk/{job.Text("id")}").Ok();
    }

    private static async Task<JsonElement> Run(HttpClient client, object body) =>
        await Ended(client, await client.PostAsJsonAsync("/api/bulk", body).Ok());

    private static (int Total, int Changed, int Unchanged, int Refused) Counts(JsonElement job) =>
        (
            job.GetProperty("total").GetInt32(),
            job.GetProperty("changed").GetInt32(),
            job.GetProperty("unchanged").GetInt32(),
            job.GetProperty("refused").GetInt32()
        );

    private static async Task<JsonElement[]> Results(HttpClient client, JsonElement job) =>
        [.. (await client.GetAsync($"/api/bulk/{job.Text("id")}/results").Ok()).GetProperty("items").EnumerateArray()];

    /// <summary>What a person sees of a case, without what tells two cases apart.</summary>
    private static async Task<string> Shown(HttpClient client, string id)
    {
        var shown = await client.GetAsync($"/api/cases/{id}").Ok();
        string[] properties =
        [
            "title",
            "state",
            "status",
            "stage",
            "path",
            "queue",
            "owner",
            "team",
            "fields",
            "priority",
        ];
        return string.Join('|', properties.Select(property => shown.GetProperty(property).ToString()));
    }

    private async Task<string[]> Cases(int count, Guid? customer = null, Func<int, string>? priority = null)
    {
        customer ??= await host.Account();
        var ids = new string[count];
        for (var index = 0; index < count; index++)
        {
            ids[index] = (
                await host.Case(with: new { customerId = customer, priority = priority?.Invoke(index) ?? "low" })
            ).Text("id")!;
        }

        return ids;
    }
}
