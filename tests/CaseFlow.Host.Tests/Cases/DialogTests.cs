using System.Net.Http.Json;
using System.Text.Json;

namespace CaseFlow.Host.Tests.Cases;

/// <summary>What pages need for the dialogs of commands, and for forms.</summary>
public sealed class DialogTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
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
