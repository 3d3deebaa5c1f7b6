using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CaseFlow.Host.Tests.Cases;

/// <summary>Cases like one, found and linked over HTTP.</summary>
public sealed class SimilarTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    [Trait("Feature", "Find similar resolved cases")]
    public async Task Resolved_cases_like_this_one_are_suggested_with_the_words_that_matched()
    {
        using var ann = host.As("ann");
        var solved = await Resolved("Flux capacitor overheats", "Replaced the fan");
        await ann.PostAsJsonAsync($"/api/cases/{solved}/activities", new { kind = "note", text = "It was the fan." })
            .Ok();
        var open = await host.Case("Flux capacitor hums", new { subject = "hardware" });

        var found = (await ann.GetAsync($"/api/cases/{open.Text("ticket")}/similar").Ok()).GetProperty("items")[0];

        Assert.Equal(solved, found.Text("id"));
        Assert.Equal("Replaced the fan", found.Text("resolution"));
        var note = (await ann.GetAsync($"/api/cases/{found.Text("id")}/activities").Ok()).GetProperty("items")[0];
        Assert.Equal("It was the fan.", note.Text("text"));
        Assert.Equal(["capacitor", "flux"], found.Texts("words").Order(StringComparer.Ordinal));
        Assert.True(found.GetProperty("score").GetDouble() > 0);
        Assert.Empty(await Items(ann, $"/api/cases/{open.Text("id")}/similar?q=hums&state=active"));
        Assert.Equal([solved], await Items(ann, $"/api/cases/{open.Text("id")}/similar?q=overheats"));
    }

    [Fact]
    public async Task Five_are_suggested_unless_more_are_asked_for()
    {
        using var ann = host.As("ann");
        for (var number = 0; number < 7; number++)
        {
            await Resolved($"Wombat {number}", "Fed");
        }

        var id = (await host.Case("Wombat")).Text("id");

        Assert.Equal(5, (await Items(ann, $"/api/cases/{id}/similar")).Length);
        Assert.Equal(7, (await Items(ann, $"/api/cases/{id}/similar?q=wombat")).Length);
        Assert.Equal(2, (await Items(ann, $"/api/cases/{id}/similar?limit=2")).Length);
    }

    [Fact]
    [Trait("Feature", "\"Solution found\" link")]
    public async Task Solution_found_links_both_cases_and_counts()
    {
        using var ann = host.As("ann");
        using var bob = host.As("bob");
        var solved = await Resolved("Gadget squeaks", "Oil");
        var open = (await host.Case("Gadget squeaks again")).Text("id")!;
        await bob.GetAsync($"/api/cases/{solved}").Ok();

        var linked = await ann.PostAsJsonAsync(
                $"/api/cases/{open}/similar",
                new { caseId = solved, solutionFound = true }
            )
            .Ok();

        var forth = Assert.Single(linked.GetProperty("similarCases").EnumerateArray());
        Assert.Equal(
            (solved, "ann", true),
            (forth.Text("id"), forth.Text("by"), forth.GetProperty("solutionFound").GetBoolean())
        );
        var other = await bob.GetAsync($"/api/cases/{solved}").Ok();
        var back = Assert.Single(other.GetProperty("similarCases").EnumerateArray());
        Assert.Equal((open, true), (back.Text("id"), back.GetProperty("isBack").GetBoolean()));
        Assert.Equal(1, other.GetProperty("solutionsGiven").GetInt32());
        var suggested = (await ann.GetAsync($"/api/cases/{open}/similar").Ok()).GetProperty("items")[0];
        Assert.Equal(
            (1, true),
            (suggested.GetProperty("solutionsGiven").GetInt32(), suggested.GetProperty("isLinked").GetBoolean())
        );

        // The other case goes on from where the link left it.
        await bob.PostAsJsonAsync($"/api/cases/{solved}/activities", new { kind = "note", text = "Still helps" }).Ok();
        await ann.PostAsJsonAsync($"/api/cases/{open}/similar", new { caseId = solved, solutionFound = false }).Ok();
        Assert.Equal(0, (await bob.GetAsync($"/api/cases/{solved}").Ok()).GetProperty("solutionsGiven").GetInt32());
        var corrected = await ann.GetAsync($"/api/cases/{open}").Ok();
        Assert.False(
            Assert
                .Single(corrected.GetProperty("similarCases").EnumerateArray())
                .GetProperty("solutionFound")
                .GetBoolean()
        );
    }

    [Fact]
    public async Task A_link_needs_another_case_that_exists()
    {
        using var ann = host.As("ann");
        var id = (await host.Case()).Text("id");

        await Refused(ann, id, new { });
        await Refused(ann, id, new { caseId = id });
        await Refused(ann, id, new { caseId = Guid.NewGuid() });
        await ann.PostAsJsonAsync($"/api/cases/{Guid.NewGuid()}/similar", new { caseId = id })
            .Problem(HttpStatusCode.NotFound, "no-such-case");
        await ann.GetAsync($"/api/cases/{Guid.NewGuid()}/similar").Problem(HttpStatusCode.NotFound, "no-such-case");
        await ann.GetAsync($"/api/cases/{id}/similar?state=open").Problem(HttpStatusCode.BadRequest, "malformed");
    }

    private static Task<JsonElement> Refused(HttpClient client, string? id, object body) =>
        client.PostAsJsonAsync($"/api/cases/{id}/similar", body).Problem(HttpStatusCode.BadRequest, "fields-invalid");

    private async Task<string> Resolved(string title, string resolution)
    {
        using var ann = host.As("ann", "agent,supervisor");
        var id = (await host.Case(title, new { priority = "low" })).Text("id")!;
        await ann.PostAsJsonAsync($"/api/cases/{id}/stage", new { to = "resolve", reason = "Known" }).Ok();
        await ann.PostAsJsonAsync(
                $"/api/cases/{id}/resolve",
                new
                {
                    resolution,
                    fields = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["resolution-type"] = "Repaired",
                    },
                }
            )
            .Ok();
        return id;
    }

    private static async Task<string[]> Items(HttpClient client, string address) =>
        [.. (await client.GetAsync(address).Ok()).GetProperty("items").EnumerateArray().Select(one => one.Text("id")!)];
}
