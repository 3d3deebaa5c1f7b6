using System.Net.Http.Json;
using System.Text.Json;

namespace CaseFlow.Host.Tests.Cases;

/// <summary>What pages need for the dialogs of commands, and for forms.</summary>
public sealed class DialogTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    [Trait("Feature", "Duration roll-up")]
    [Trait("Feature", "Resolve dialog")]
    [Trait("Feature", "Open activities at resolve")]
    public async Task Ending_a_case_is_told_with_its_statuses_what_is_open_and_what_the_work_took()
    {
        using var ann = host.As("ann");
        var id = (await host.Case()).Text("id");
        await Add(
            ann,
            id,
            new
            {
                kind = "note",
                text = "Looked at it.",
                minutes = 25,
            }
        );
        await Add(ann, id, new { kind = "phone-call", subject = "Call back" });
        await ann.PostAsJsonAsync($"/api/cases/{id}/status", new { to = "researching" }).Ok();

        var solve = await Possible(ann, id, "resolve", "problem-solved");

        Assert.Equal(("Problem solved", "Problème résolu"), Titles(solve));
        Assert.Equal(("Solve", "Résoudre"), Titles(solve.GetProperty("move")));
        Assert.Equal(25, solve.GetProperty("activityMinutes").GetInt32());
        Assert.Equal("Call back", Assert.Single(solve.GetProperty("openActivities").EnumerateArray()).Text("subject"));
        Assert.False(solve.GetProperty("billAboveTotal").GetBoolean());
        Assert.Equal(["resolution", "cancelOpenActivities"], solve.Texts("asks"));
        var required = Assert.Single(solve.GetProperty("requires").EnumerateArray());
        Assert.Equal("resolution-type", required.Text("field"));
        Assert.Equal(("Resolution type", "Type de résolution"), Titles(required));
        Assert.False(required.GetProperty("filled").GetBoolean());

        var cancel = await Possible(ann, id, "cancel", "cancelled");
        Assert.Equal("open-activities", cancel.Text("code"));
        Assert.Single(cancel.GetProperty("openActivities").EnumerateArray());
        Assert.Equal("activity", cancel.GetProperty("missing")[0].Text("kind"));
    }

    [Fact]
    public async Task Stages_are_told_with_what_they_miss_in_both_languages()
    {
        using var ann = host.As("ann");
        var id = (await host.Case(with: new { priority = "high" })).Text("id");

        var next = await Possible(ann, id, "stage", "next");
        Assert.Equal("research", next.Text("stage"));
        Assert.Equal(("Research", "Rechercher"), Titles(next));
        await ann.PostAsJsonAsync($"/api/cases/{id}/stage", new { to = "next" }).Ok();

        var blocked = await Possible(ann, id, "stage", "next");
        var missing = blocked.GetProperty("missing").EnumerateArray().First(one => one.Text("kind") == "field");
        Assert.Equal("impact", missing.Text("name"));
        Assert.Equal(("Impact", "Impact"), Titles(missing));
        Assert.Equal("identify", (await Possible(ann, id, "stage", "back")).Text("stage"));
    }

    [Fact]
    [Trait("Feature", "Title, description, priority, severity, origin, type, product, subject")]
    [Trait("Feature", "Resolve dialog")]
    public async Task A_process_says_all_that_a_form_needs()
    {
        using var ann = host.As("ann");
        var process = await ann.GetAsync("/api/processes/support-case").Ok();
        Assert.Equal(("Support case", "Incident de support"), Titles(process));

        var definition = process.GetProperty("definition");
        Assert.True(definition.GetProperty("hasSubjects").GetBoolean());
        var impact = Named(definition, "fields", "impact");
        Assert.Equal(
            ("integer", 1, 5),
            (impact.Text("type"), impact.GetProperty("min").GetInt32(), impact.GetProperty("max").GetInt32())
        );
        Assert.Equal(["research"], impact.Texts("requiredBy"));
        Assert.Equal(["Laptop", "Phone", "Cloud"], Named(definition, "fields", "product").Texts("choices"));
        var hold = Named(definition, "statuses", "on-hold");
        Assert.Equal(("On hold", "En attente"), Titles(hold));
        Assert.Equal(("active", true), (hold.Text("state"), hold.GetProperty("pausesSla").GetBoolean()));
        var identify = Named(definition, "stages", "identify");
        Assert.Equal(
            ["lookup customer", "lookup contact", "find-case ", "field title", "lookup entitlement"],
            identify.GetProperty("steps").EnumerateArray().Select(step => $"{step.Text("kind")} {step.Text("of")}")
        );
        Assert.Equal(("Gold desk", "Clients Gold"), Titles(Named(definition, "queues", "gold")));
        Assert.Equal(300, definition.GetProperty("policies").GetProperty("undoWithinSeconds").GetInt32());
        Assert.Contains(
            definition.GetProperty("transitions").EnumerateArray(),
            move => move.Text("name") == "Solve" && move.Texts("requires") is ["resolution-type"]
        );
    }

    [Fact]
    [Trait("Feature", "Duration roll-up")]
    [Trait("Feature", "Resolution activity")]
    public async Task Each_resolution_stays_in_the_history_with_its_words_its_minutes_who_and_when()
    {
        using var ann = host.As("ann");
        using var bob = host.As("bob");
        var id = (await host.Case()).Text("id");
        await ann.PostAsJsonAsync($"/api/cases/{id}/stage", new { to = "resolve", reason = "Known" }).Ok();
        foreach (var minutes in new[] { 25, 15 })
        {
            await Add(
                ann,
                id,
                new
                {
                    kind = "phone-call",
                    subject = "Called",
                    completed = true,
                    minutes,
                }
            );
        }

        var first = await Solve(ann, "Switched it off", null);
        await ann.PostAsJsonAsync($"/api/cases/{id}/reactivate", new { }).Ok();
        host.Clock.Advance(TimeSpan.FromHours(1));
        await Solve(bob, "Switched it on", 10);

        Assert.Equal(40, first.GetProperty("resolution").GetProperty("billableMinutes").GetInt32());
        Assert.Equal(
            [("Switched it off", 40, 40, "ann"), ("Switched it on", 40, 10, "bob")],
            (await ann.GetAsync($"/api/cases/{id}/timeline?types=resolved").Ok())
                .GetProperty("items")
                .EnumerateArray()
                .Select(entry => entry.GetProperty("event"))
                .Select(one =>
                    (
                        one.Text("resolution")!,
                        one.GetProperty("totalMinutes").GetInt32(),
                        one.GetProperty("billableMinutes").GetInt32(),
                        one.Text("by")!
                    )
                )
        );

        Task<JsonElement> Solve(HttpClient client, string resolution, int? billableMinutes) =>
            client
                .PostAsJsonAsync(
                    $"/api/cases/{id}/resolve",
                    new
                    {
                        resolution,
                        billableMinutes,
                        fields = new Dictionary<string, string> { ["resolution-type"] = "Repaired" },
                    }
                )
                .Ok();
    }

    [Fact]
    [Trait("Feature", "Resolve dialog")]
    public async Task A_case_is_resolved_as_whatever_its_process_has_for_it()
    {
        using var ann = host.As("ann");
        var id = (await host.Case()).Text("id");
        var statuses = (await ann.GetAsync("/api/processes/support-case").Ok())
            .GetProperty("definition")
            .GetProperty("statuses")
            .EnumerateArray();

        var offered = (await ann.GetAsync($"/api/cases/{id}/commands").Ok()).GetProperty("items").EnumerateArray();

        Assert.Equal(
            statuses.Where(status => status.Text("state") == "resolved").Select(status => status.Text("key")),
            offered.Where(one => one.Text("command") == "resolve").Select(one => one.Text("to"))
        );
    }

    private static Task<JsonElement> Add(HttpClient client, string? id, object activity) =>
        client.PostAsJsonAsync($"/api/cases/{id}/activities", activity).Ok();

    private static async Task<JsonElement> Possible(HttpClient client, string? id, string command, string to) =>
        (await client.GetAsync($"/api/cases/{id}/commands").Ok())
            .GetProperty("items")
            .EnumerateArray()
            .Single(one =>
                one.Text("command") == command && one.TryGetProperty("to", out var target) && target.GetString() == to
            );

    private static JsonElement Named(JsonElement definition, string list, string key) =>
        definition.GetProperty(list).EnumerateArray().Single(one => one.Text("key") == key);

    private static (string?, string?) Titles(JsonElement of) =>
        (of.Text("title"), of.GetProperty("translations").Text("fr"));
}
