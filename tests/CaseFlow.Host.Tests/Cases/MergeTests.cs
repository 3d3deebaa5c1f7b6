using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CaseFlow.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.Cases;

/// <summary>Cases that become part of another, and are let go again, over HTTP.</summary>
public sealed class MergeTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task A_merge_takes_activities_along_and_undoing_it_gives_everything_back()
    {
        using var ann = host.As("ann");
        using var sue = host.As("sue", "supervisor");
        var survivor = (await host.Case("Printer on fire")).Text("id");
        var other = (await host.Case("Printer burns", new { priority = "high" })).Text("id");
        await ann.PostAsJsonAsync($"/api/cases/{other}/pick", new { }).Ok();
        await ann.PostAsJsonAsync($"/api/cases/{other}/status", new { to = "on-hold" }).Ok();
        var call = await Add(ann, other, new { kind = "phone-call", subject = "Call back" });
        await Add(
            ann,
            other,
            new
            {
                kind = "note",
                text = "Smells.",
                minutes = 5,
            }
        );
        var before = await ann.GetAsync($"/api/cases/{other}").Ok();

        var merged = await ann.PostAsJsonAsync(
                $"/api/cases/{survivor}/merge",
                new { cases = new[] { other }, choose = new Dictionary<string, string?> { ["priority"] = other } }
            )
            .Ok();
        Assert.Equal("high", merged.Text("priority"));
        Assert.Equal(5, merged.GetProperty("activityMinutes").GetInt32());
        Assert.Equal([call], merged.GetProperty("openActivities").EnumerateArray().Select(one => one.Text("id")));
        var gone = await ann.GetAsync($"/api/cases/{other}").Ok();
        Assert.Equal(
            ("cancelled", "merged", survivor, (string?)null),
            (gone.Text("state"), gone.Text("status"), gone.Text("mergedInto"), gone.Text("queue"))
        );
        Assert.Equal(2, await Activities(ann, survivor));
        Assert.Equal(0, await Activities(ann, other));
        await ann.PostAsJsonAsync($"/api/cases/{other}/reactivate", new { })
            .Problem(HttpStatusCode.UnprocessableEntity, "merged");

        // Done on the survivor, and added there: the one goes back, the other goes along where it is chosen.
        await ann.PostAsJsonAsync($"/api/activities/{call}/complete", new { minutes = 25 }).Ok();
        var reply = await Add(
            ann,
            survivor,
            new
            {
                kind = "email",
                subject = "Still burning",
                direction = "incoming",
            }
        );
        await ann.PostAsJsonAsync($"/api/cases/{survivor}/unmerge", new { })
            .Problem(HttpStatusCode.Forbidden, "role-not-allowed");
        var apart = await sue.PostAsJsonAsync($"/api/cases/{survivor}/unmerge", new { activities = new[] { reply } })
            .Ok();

        Assert.Equal(0, apart.GetProperty("activityMinutes").GetInt32());
        Assert.Empty(apart.GetProperty("openActivities").EnumerateArray());
        var back = await ann.GetAsync($"/api/cases/{other}").Ok();
        Assert.Equal(Where(before), Where(back));
        Assert.Equal(30, back.GetProperty("activityMinutes").GetInt32());
        Assert.Equal([reply], back.GetProperty("openActivities").EnumerateArray().Select(one => one.Text("id")));
        Assert.Equal((0, 3), (await Activities(ann, survivor), await Activities(ann, other)));
        await Verified();
    }

    [Fact]
    public async Task A_merge_that_one_case_forbids_changes_none_and_tells_every_reason()
    {
        using var ann = host.As("ann");
        var survivor = (await host.Case("Printer on fire")).Text("id")!;
        var fine = (await host.Case("Printer burns")).Text("id")!;
        var closed = (await host.Case("Printer burnt")).Text("id")!;
        await ann.PostAsJsonAsync($"/api/cases/{closed}/cancel", new { status = "cancelled" }).Ok();
        var missing = Guid.NewGuid();

        var problem = await ann.PostAsJsonAsync(
                $"/api/cases/{survivor}/merge",
                new { cases = new[] { fine, closed, missing.ToString(), survivor } }
            )
            .Problem(HttpStatusCode.UnprocessableEntity, "merge-refused");

        Assert.Equal(
            [closed, missing.ToString(), survivor],
            problem.GetProperty("missing").EnumerateArray().Select(one => one.Text("name"))
        );
        Assert.Equal("active", (await ann.GetAsync($"/api/cases/{fine}").Ok()).Text("state"));
        await ann.PostAsJsonAsync($"/api/cases/{survivor}/merge", new { })
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");
        await ann.PostAsJsonAsync(
                $"/api/cases/{survivor}/merge",
                new { cases = new[] { fine }, choose = new { colour = fine, priority = closed } }
            )
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");
    }

    [Fact]
    [Trait("Feature", "Cancel as Cancelled or Merged")]
    public async Task A_case_cancelled_as_part_of_another_is_merged_into_it()
    {
        using var ann = host.As("ann");
        var survivor = (await host.Case("Printer on fire")).Text("id");
        var other = (await host.Case("Printer burns")).Text("id");
        await Add(ann, other, new { kind = "task", subject = "Order a part" });

        await ann.PostAsJsonAsync($"/api/cases/{other}/cancel", new { status = "merged", into = survivor }).Ok();

        var now = await ann.GetAsync($"/api/cases/{survivor}").Ok();
        Assert.Equal([other], now.GetProperty("mergedCases").EnumerateArray().Select(one => one.Text("id")));
        Assert.Single(now.GetProperty("openActivities").EnumerateArray());
        await Verified();
    }

    [Fact]
    public async Task A_merge_can_be_undone_for_as_long_as_the_process_says()
    {
        await Publish();
        using var ann = host.As("ann");
        using var sue = host.As("sue", "supervisor");
        var survivor = (await host.Case("Printer on fire", new { process = "hasty" })).Text("id");
        var other = (await host.Case("Printer burns", new { process = "hasty" })).Text("id");
        await ann.PostAsJsonAsync($"/api/cases/{survivor}/merge", new { cases = new[] { other } }).Ok();
        await sue.PostAsJsonAsync($"/api/cases/{survivor}/unmerge", new { caseId = Guid.NewGuid() })
            .Problem(HttpStatusCode.UnprocessableEntity, "not-merged");

        host.Clock.Advance(TimeSpan.FromSeconds(61));

        await sue.PostAsJsonAsync($"/api/cases/{survivor}/unmerge", new { })
            .Problem(HttpStatusCode.UnprocessableEntity, "unmerge-too-late");
    }

    private async Task Publish()
    {
        using var dora = host.As("dora", "designer");
        const string source = """
            process: hasty
            title: Hasty
            statuses:
              active:
                open: { initial: true }
              resolved:
                done: {}
              cancelled:
                merged: {}
            transitions:
              - from: open
                to: [done, merged]
            policies: { unmerge-within: 1 minute }
            """;
        await dora.PostAsJsonAsync("/api/processes/publish", new { source }).Ok();
    }

    private static (string?, string?, string?, string?, string?, string?) Where(JsonElement of) =>
        (
            of.Text("state"),
            of.Text("status"),
            of.Text("stage"),
            of.Text("queue"),
            of.Text("worker"),
            of.Text("mergedInto")
        );

    private static async Task<string?> Add(HttpClient client, string? id, object activity)
    {
        var answer = await client.PostAsJsonAsync($"/api/cases/{id}/activities", activity);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return answer.Headers.Location?.ToString().Split('/')[^1];
    }

    private static async Task<int> Activities(HttpClient client, string? id) =>
        (await client.GetAsync($"/api/cases/{id}/activities").Ok()).GetProperty("items").GetArrayLength();

    private async Task Verified()
    {
        var found = new List<string>();
        await host
            .Services.GetRequiredService<StoreVerifier>()
            .Verify(problem => found.Add(problem.ToString()), null, TestContext.Current.CancellationToken);
        Assert.Empty(found);
    }
}
