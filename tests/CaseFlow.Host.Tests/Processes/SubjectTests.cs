using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CaseFlow.Host.Tests.Processes;

/// <summary>The tree of subjects over HTTP.</summary>
public sealed class SubjectTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    [Trait("Feature", "Subject / category tree")]
    public async Task The_tree_is_shown_from_the_top_down_and_found_by_what_is_typed()
    {
        using var ann = host.As("ann");
        var all = await Items(ann, "/api/processes/support-case/subjects");
        Assert.Equal("hardware laptops phones printers software mail access billing", Keys(all));
        var printers = all[3];
        Assert.Equal(
            ("Printers", "hardware", "Hardware / Printers", "Imprimantes"),
            (
                printers.Text("title"),
                printers.Text("parent"),
                printers.Text("pathTitle"),
                printers.GetProperty("translations").Text("fr")
            )
        );
        Assert.Equal(["hardware", "printers"], printers.Texts("path"));

        Assert.Equal("printers", Keys(await Items(ann, "/api/processes/support-case/subjects?q=prin")));
        Assert.Equal("phones", Keys(await Items(ann, "/api/processes/support-case/subjects?q=T%C3%89l")));
        Assert.Equal("access", Keys(await Items(ann, "/api/processes/support-case/subjects?q=pass acc")));
        Assert.Empty(await Items(ann, "/api/processes/support-case/subjects?q=nonsense"));
        await ann.GetAsync("/api/processes/nonsense/subjects").Problem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    [Trait("Feature", "Subject / category tree")]
    public async Task A_filter_means_what_lies_below_as_well()
    {
        using var ann = host.As("ann");
        var customer = await host.Account();
        foreach (var subject in new[] { "hardware", "printers", "mail", null })
        {
            await host.Case($"About {subject}", new { customerId = customer, subject });
        }

        Assert.Equal("About hardware|About printers", await Titles(ann, $"customer={customer}&subject=hardware"));
        Assert.Equal("About printers", await Titles(ann, $"customer={customer}&subject=printers&process=support-case"));
        Assert.Equal("About mail", await Titles(ann, $"customer={customer}&subject=software"));
        Assert.Equal("", await Titles(ann, $"customer={customer}&subject=nonsense"));
    }

    [Fact]
    [Trait("Feature", "Subject / category tree")]
    public async Task What_lies_deep_in_the_tree_is_found_from_all_that_is_above_it()
    {
        const string subjects = "a: , b: { parent: a }, c: { parent: b }, d: { parent: c }, e: { parent: d }";
        using var ann = host.As("ann");
        await Publish("deep", subjects).Ok();
        await host.Case("Deep", new { process = "deep", subject = "e" });

        foreach (var above in new[] { "a", "b", "c", "d", "e" })
        {
            Assert.Equal("Deep", await Titles(ann, $"process=deep&subject={above}"));
        }
    }

    [Fact]
    [Trait("Feature", "Subject / category tree")]
    public async Task A_subject_that_cases_are_about_is_retired_and_not_taken_out()
    {
        const string subjects = "hardware: , fax: { parent: hardware }, telex: { parent: hardware }";
        using var ann = host.As("ann");
        await Publish("office", subjects).Ok();
        var about = (await host.Case("About fax", new { process = "office", subject = "fax" })).Text("id");
        var other = (await host.Case("Another", new { process = "office" })).Text("id");

        var shown = await Ask("validate", "office", "hardware:").Ok();
        var foreseen = await Ask("impact", "office", "hardware:")
            .Problem(HttpStatusCode.UnprocessableEntity, "definition-broken");
        var refused = await Publish("office", "hardware:")
            .Problem(HttpStatusCode.UnprocessableEntity, "definition-broken");
        await Publish("office", "hardware: , fax: { parent: hardware, retired: true }").Ok();

        Assert.False(shown.GetProperty("valid").GetBoolean());
        Assert.All(
            [shown, foreseen, refused],
            answer =>
            {
                var problem = Assert.Single(answer.GetProperty("errors").EnumerateArray());
                Assert.Equal(("CF0065", 3), (problem.Text("code"), problem.GetProperty("line").GetInt32()));
            }
        );
        Assert.Equal("About fax", await Titles(ann, "process=office&subject=hardware"));
        await ann.PatchAsJsonAsync($"/api/cases/{about}", new { description = "It hums", subject = "fax" }).Ok();
        var closed = await ann.PatchAsJsonAsync($"/api/cases/{other}", new { subject = "fax" })
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");
        Assert.Contains("retired", closed.Text("detail"), StringComparison.Ordinal);
        Assert.Equal(
            [("hardware", false), ("fax", true)],
            (await Items(ann, "/api/processes/office/subjects")).Select(one =>
                (one.Text("key")!, one.GetProperty("retired").GetBoolean())
            )
        );
    }

    [Fact]
    public async Task A_case_is_about_a_subject_of_its_process()
    {
        using var ann = host.As("ann");
        var id = (await host.Case()).Text("id");

        var problem = await ann.PatchAsJsonAsync($"/api/cases/{id}", new { subject = "printer" })
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");
        Assert.Contains("printers", problem.Text("detail"), StringComparison.Ordinal);
        Assert.Equal(
            "printers",
            (await ann.PatchAsJsonAsync($"/api/cases/{id}", new { subject = "printers" }).Ok()).Text("subject")
        );
    }

    [Fact]
    [Trait("Feature", "Find similar resolved cases")]
    public async Task Similar_cases_are_of_the_same_subject_then_of_that_above()
    {
        using var ann = host.As("ann");
        foreach (var (title, subject) in new[] { ("Quokka one", "billing"), ("Two", "software"), ("Three", "mail") })
        {
            var solved = (await host.Case(title, new { subject })).Text("id");
            await ann.PostAsJsonAsync($"/api/cases/{solved}/cancel", new { status = "cancelled" }).Ok();
        }

        var id = (await host.Case("Quokka", new { subject = "mail" })).Text("id");
        var similar = await Items(ann, $"/api/cases/{id}/similar?state=cancelled");

        Assert.Equal(["Three", "Two", "Quokka one"], similar.Select(one => one.Text("title")));
        Assert.True(similar[1].GetProperty("parentSubject").GetBoolean());
    }

    private Task<HttpResponseMessage> Publish(string process, string subjects) => Ask("publish", process, subjects);

    private async Task<HttpResponseMessage> Ask(string verb, string process, string subjects)
    {
        using var dora = host.As("dora", "designer");
        var source = $$"""
            process: {{process}}
            title: {{process}}
            subjects: { {{subjects}} }
            statuses: { active: { open: { initial: true } }, resolved: { done: } }
            transitions: any
            """;
        return await dora.PostAsJsonAsync($"/api/processes/{verb}", new { source });
    }

    private static async Task<JsonElement[]> Items(HttpClient client, string address) =>
        [.. (await client.GetAsync(address).Ok()).GetProperty("items").EnumerateArray()];

    private static string Keys(JsonElement[] subjects) => string.Join(' ', subjects.Select(one => one.Text("key")));

    private static async Task<string> Titles(HttpClient client, string query) =>
        string.Join(
            '|',
            (await Items(client, $"/api/cases?{query}")).Select(one => one.Text("title")!).Order(StringComparer.Ordinal)
        );
}
