using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CaseFlow.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.Cases;

/// <summary>A case made of an activity of another one, over HTTP.</summary>
public sealed class ConvertTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task A_mail_about_something_else_becomes_a_case_of_its_own_and_goes_along()
    {
        using var ann = host.As("ann");
        var customerId = await host.Account();
        var source = await host.Case("Printer on fire", new { customerId });
        var mail = await Added(
            ann,
            source.Text("id"),
            new
            {
                kind = "email",
                subject = "The scanner whistles as well",
                text = "Zebras in it.",
                direction = "incoming",
                completed = true,
                minutes = 4,
            }
        );
        var task = await Added(ann, source.Text("id"), new { kind = "task", subject = "Order a scanner" });

        var made = await ann.PostAsJsonAsync($"/api/activities/{mail}/convert", new { process = "support-case" });

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var opened = await made.Json();
        Assert.Equal($"/api/cases/{opened.Text("id")}", made.Headers.Location?.ToString());
        Assert.Equal(
            ("The scanner whistles as well", $"{customerId}", "email", 4),
            (
                opened.Text("title"),
                opened.Text("customerId"),
                opened.Text("origin"),
                opened.GetProperty("activityMinutes").GetInt32()
            )
        );
        Assert.NotNull(opened.Text("queue"));
        Assert.Equal(["The scanner whistles as well"], await Subjects(ann, opened.Text("id")));
        Assert.Equal(["Order a scanner"], await Subjects(ann, source.Text("id")));
        Assert.Equal(
            0,
            (await ann.GetAsync($"/api/cases/{source.Text("id")}").Ok()).GetProperty("activityMinutes").GetInt32()
        );
        Assert.Equal(
            [opened.Text("id")],
            (await ann.GetAsync("/api/cases?q=zebras").Ok())
                .GetProperty("items")
                .EnumerateArray()
                .Select(one => one.Text("id"))
        );

        var taken = await Happened(ann, opened.Text("id"), "activity-taken");
        Assert.Equal((source.Text("id"), source.Text("ticket")), (taken.Text("from"), taken.Text("ticket")));
        var converted = await Happened(ann, source.Text("id"), "activity-converted");
        Assert.Equal((opened.Text("id"), opened.Text("ticket")), (converted.Text("to"), converted.Text("ticket")));

        // What is still to be done is to be done there.
        var other = await ann.PostAsJsonAsync(
                $"/api/activities/{task}/convert",
                new { process = "support-case", title = "Scanner wanted" }
            )
            .Ok();
        Assert.Equal("Scanner wanted", other.Text("title"));
        Assert.Equal(JsonValueKind.Null, other.GetProperty("origin").ValueKind);
        Assert.Equal(task, Assert.Single(other.GetProperty("openActivities").EnumerateArray()).Text("id"));
        await ann.PostAsJsonAsync($"/api/activities/{task}/complete", new { minutes = 3 }).Ok();
        Assert.Empty(await Subjects(ann, source.Text("id")));
        await Verified();
    }

    [Fact]
    public async Task What_cannot_be_converted_is_told_and_changes_nothing()
    {
        using var ann = host.As("ann");
        var id = (await host.Case()).Text("id");
        var task = await Added(ann, id, new { kind = "task", subject = "Order a part" });

        await ann.PostAsJsonAsync($"/api/activities/{task}/convert", new { process = "nonsense" })
            .Problem(HttpStatusCode.UnprocessableEntity, "unknown-process");
        await ann.PostAsJsonAsync($"/api/activities/{task}/convert", new { })
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");
        await ann.PostAsJsonAsync($"/api/activities/{Guid.NewGuid()}/convert", new { process = "support-case" })
            .Problem(HttpStatusCode.NotFound, "no-such-activity");
        await ann.PostAsJsonAsync($"/api/activities/{task}/cancel", new { }).Ok();
        await ann.PostAsJsonAsync($"/api/activities/{task}/convert", new { process = "support-case" })
            .Problem(HttpStatusCode.UnprocessableEntity, "cannot-convert");

        Assert.Equal(["Order a part"], await Subjects(ann, id));
        await Verified();
    }

    [Fact]
    public async Task What_came_along_with_a_merged_case_stays_with_it()
    {
        using var ann = host.As("ann");
        var survivor = (await host.Case("Printer on fire")).Text("id");
        var merged = (await host.Case("Printer burns")).Text("id");
        var task = await Added(ann, merged, new { kind = "task", subject = "Order a part" });
        await ann.PostAsJsonAsync($"/api/cases/{survivor}/merge", new { cases = new[] { merged } }).Ok();

        await ann.PostAsJsonAsync($"/api/activities/{task}/convert", new { process = "support-case" })
            .Problem(HttpStatusCode.UnprocessableEntity, "cannot-convert");
    }

    private static async Task<string?> Added(HttpClient client, string? id, object activity)
    {
        var answer = await client.PostAsJsonAsync($"/api/cases/{id}/activities", activity);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location?.ToString().Split('/')[^1];
    }

    private static async Task<string?[]> Subjects(HttpClient client, string? id) =>
        [
            .. (await client.GetAsync($"/api/cases/{id}/activities").Ok())
                .GetProperty("items")
                .EnumerateArray()
                .Select(one => one.Text("subject")),
        ];

    private static async Task<JsonElement> Happened(HttpClient client, string? id, string type) =>
        (await client.GetAsync($"/api/cases/{id}/timeline").Ok())
            .GetProperty("items")
            .EnumerateArray()
            .Select(entry => entry.GetProperty("event"))
            .Single(happened => happened.Text("type") == type);

    private async Task Verified()
    {
        var found = new List<string>();
        await host
            .Services.GetRequiredService<StoreVerifier>()
            .Verify(problem => found.Add(problem.ToString()), progress: null, TestContext.Current.CancellationToken);
        Assert.Empty(found);
    }
}
