using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CaseFlow.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.Cases;

/// <summary>One's own last change taken back, over HTTP.</summary>
public sealed class UndoTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Who_made_the_last_change_is_told_how_to_take_it_back_and_nobody_else()
    {
        using var ann = host.As("ann");
        using var bob = host.As("bob");
        var id = (await host.Case()).Text("id");
        var before = await ann.GetAsync($"/api/cases/{id}").Ok();
        Assert.Equal(JsonValueKind.Null, before.GetProperty("undo").ValueKind);

        var moved = await ann.PostAsJsonAsync($"/api/cases/{id}/status", new { to = "on-hold" }).Ok();
        var offer = moved.GetProperty("undo");
        Assert.Equal(
            ("status", host.Clock.GetUtcNow().AddMinutes(5)),
            (offer.Text("what"), offer.GetProperty("until").GetDateTimeOffset())
        );
        Assert.Equal(offer.ToString(), (await ann.GetAsync($"/api/cases/{id}").Ok()).GetProperty("undo").ToString());
        Assert.Equal(JsonValueKind.Null, (await bob.GetAsync($"/api/cases/{id}").Ok()).GetProperty("undo").ValueKind);
        Assert.True(await MayUndo(ann, id));
        Assert.False(await MayUndo(bob, id));

        var token = offer.Text("token");
        await bob.PostAsJsonAsync($"/api/cases/{id}/undo", new { token })
            .Problem(HttpStatusCode.Forbidden, "not-your-change");
        var back = await ann.PostAsJsonAsync($"/api/cases/{id}/undo", new { token }).Ok();

        Assert.Equal(Shown(before), Shown(back));
        var undone = (await ann.GetAsync($"/api/cases/{id}/timeline").Ok())
            .GetProperty("items")
            .EnumerateArray()
            .Last()
            .GetProperty("event");
        Assert.Equal(
            ("undone", "status", token),
            (undone.Text("type"), undone.Text("what"), $"{undone.GetProperty("position")}")
        );
        await ann.PostAsJsonAsync($"/api/cases/{id}/undo", new { token })
            .Problem(HttpStatusCode.Conflict, "changed-since");
        await Verified();
    }

    [Fact]
    public async Task Activities_come_back_and_go_with_their_words_and_the_clocks_go_on()
    {
        using var ann = host.As("ann");
        var id = (await host.Case("Scanner stands still")).Text("id");
        var call = (await Add(ann, id, new { kind = "phone-call", subject = "Ring back about toner" }))
            .GetProperty("openActivities")[0]
            .Text("id");
        var (clocks, before) = (await Clocks(ann, id), await ann.GetAsync($"/api/cases/{id}").Ok());

        await Undone(
            ann,
            id,
            Add(
                ann,
                id,
                new
                {
                    kind = "note",
                    text = "Gibberish typed in the wrong case",
                    minutes = 5,
                }
            )
        );
        Assert.Equal([("Ring back about toner", "open")], await Activities(ann, id));
        Assert.Empty((await ann.GetAsync("/api/cases?q=gibberish").Ok()).GetProperty("items").EnumerateArray());

        await Undone(ann, id, ann.PostAsJsonAsync($"/api/activities/{call}/complete", new { minutes = 25 }).Ok());
        await Undone(ann, id, ann.PostAsJsonAsync($"/api/activities/{call}/cancel", new { }).Ok());
        Assert.Equal([("Ring back about toner", "open")], await Activities(ann, id));
        Assert.Equal(Shown(before), Shown(await ann.GetAsync($"/api/cases/{id}").Ok()));
        Assert.Equal(clocks, await Clocks(ann, id));
        await Verified();
    }

    [Fact]
    public async Task After_a_while_it_is_too_late_and_what_others_did_stands_in_the_way()
    {
        using var ann = host.As("ann");
        using var bob = host.As("bob");
        var id = (await host.Case()).Text("id");
        var token = (await ann.PostAsJsonAsync($"/api/cases/{id}/pick", new { }).Ok())
            .GetProperty("undo")
            .Text("token");
        host.Clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));
        await ann.PostAsJsonAsync($"/api/cases/{id}/undo", new { token })
            .Problem(HttpStatusCode.UnprocessableEntity, "undo-too-late");
        Assert.False(await MayUndo(ann, id));

        token = (await ann.PatchAsJsonAsync($"/api/cases/{id}", new { title = "Two" }).Ok())
            .GetProperty("undo")
            .Text("token");
        await bob.PatchAsJsonAsync($"/api/cases/{id}", new { title = "Three" }).Ok();
        await ann.PostAsJsonAsync($"/api/cases/{id}/undo", new { token })
            .Problem(HttpStatusCode.Conflict, "changed-since");
        await ann.PostAsJsonAsync($"/api/cases/{id}/undo", new { })
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");
    }

    private static async Task Undone(HttpClient client, string? id, Task<JsonElement> change)
    {
        var token = (await change).GetProperty("undo").Text("token");
        await client.PostAsJsonAsync($"/api/cases/{id}/undo", new { token }).Ok();
    }

    private static Task<JsonElement> Add(HttpClient client, string? id, object activity) =>
        client.PostAsJsonAsync($"/api/cases/{id}/activities", activity).Ok();

    private static async Task<(string?, string?)[]> Activities(HttpClient client, string? id) =>
        [
            .. (await client.GetAsync($"/api/cases/{id}/activities").Ok())
                .GetProperty("items")
                .EnumerateArray()
                .Select(one => (one.Text("subject"), one.Text("state"))),
        ];

    private static async Task<string> Clocks(HttpClient client, string? id) =>
        (await client.GetAsync($"/api/cases/{id}/sla").Ok()).ToString();

    private static async Task<bool> MayUndo(HttpClient client, string? id) =>
        (await client.GetAsync($"/api/cases/{id}/commands").Ok())
            .GetProperty("items")
            .EnumerateArray()
            .Single(one => one.Text("command") == "undo")
            .GetProperty("allowed")
            .GetBoolean();

    /// <summary>All of a case but how often and when it changed, and what can be taken back.</summary>
    private static string Shown(JsonElement of) =>
        string.Join(
            '|',
            of.EnumerateObject()
                .Where(one => one.Name is not ("version" or "modifiedAt" or "undo"))
                .Select(one => $"{one.Name}: {one.Value}")
        );

    private async Task Verified()
    {
        var found = new List<string>();
        await host
            .Services.GetRequiredService<StoreVerifier>()
            .Verify(problem => found.Add(problem.ToString()), progress: null, TestContext.Current.CancellationToken);
        Assert.Empty(found);
    }
}
