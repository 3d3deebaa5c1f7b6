using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CaseFlow.Host.Tests.Processes;

/// <summary>The tree of subjects over HTTP.</summary>
public sealed class SubjectTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
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

    private static async Task<JsonElement[]> Items(HttpClient client, string address) =>
        [.. (await client.GetAsync(address).Ok()).GetProperty("items").EnumerateArray()];

    private static string Keys(JsonElement[] subjects) => string.Join(' ', subjects.Select(one => one.Text("key")));

    private static async Task<string> Titles(HttpClient client, string query) =>
        string.Join(
            '|',
            (await Items(client, $"/api/cases?{query}")).Select(one => one.Text("title")!).Order(StringComparer.Ordinal)
        );
}
