using System.Net.Http.Json;
using System.Text.Json;

namespace CaseFlow.Host.Tests.Processes;

/// <summary>An admin edits a file, saves it, and the running host serves the new process, or says what is wrong and goes on.</summary>
public sealed class HotReloadTests : IAsyncLifetime
{
    private readonly RunningHost host = new();

    private string File => Path.Combine(host.Workflows, "support-case", "support-case.process.yaml");

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_saved_change_is_served_without_a_restart()
    {
        var id = (await host.Case()).Text("id");

        await Save(text =>
            text.Replace(
                "to: [on-hold, waiting-for-details, researching]",
                "to: [on-hold, researching]",
                StringComparison.Ordinal
            )
        );
        await host.Until(async () => await Version() == 2);

        using var ann = host.As("ann");
        var move = await ann.PostAsJsonAsync($"/api/cases/{id}/status", new { to = "waiting-for-details" });
        Assert.Equal("transition-not-allowed", (await move.Json()).Text("code"));
    }

    [Fact]
    public async Task A_bad_save_changes_nothing_and_shows_its_errors()
    {
        var id = (await host.Case()).Text("id");

        await Save(text => text.Replace("queue: outage", "queue: outrage", StringComparison.Ordinal));
        await host.Until(async () => (await Process()).GetProperty("errors").GetArrayLength() > 0);

        var error = (await Process()).GetProperty("errors")[0];
        Assert.Equal("support-case.process.yaml", error.Text("file"));
        Assert.Contains("did you mean 'outage'?", error.Text("message"), StringComparison.Ordinal);
        using var ann = host.As("ann");
        var ready = await ann.GetAsync("/health/ready").Ok();
        Assert.Equal("degraded", ready.Text("status"));
        Assert.Contains("support-case.process.yaml(", ready.Texts("problems")[0], StringComparison.Ordinal);
        await ann.PostAsJsonAsync($"/api/cases/{id}/status", new { to = "on-hold" }).Ok();
        Assert.Equal(1, await Version());

        await Save(text => text.Replace("queue: outrage", "queue: outage", StringComparison.Ordinal));
        await host.Until(async () => (await Process()).GetProperty("errors").GetArrayLength() == 0);
    }

    [Fact]
    public async Task A_new_process_is_there_when_its_file_is()
    {
        await System.IO.File.WriteAllTextAsync(Path.Combine(host.Workflows, "tiny.process.yaml"), Tiny("new"));

        await host.Until(async () => await HasProcess("tiny"));
    }

    [Fact]
    public async Task A_case_stays_on_its_version_until_a_mapping_brings_it_over()
    {
        using var dora = host.As("dora", "designer,agent");
        await Publish(dora, Tiny("new"));
        var opened = await Open(dora, "tiny");

        var withoutMapping = await Publish(dora, Tiny("fresh"));
        Assert.Equal(1, withoutMapping.GetProperty("impact").GetProperty("stay").GetInt32());
        Assert.Equal("new", (await dora.GetAsync($"/api/cases/{opened.Text("id")}").Ok()).Text("status"));
        await dora.PostAsJsonAsync($"/api/cases/{opened.Text("id")}/assign", new { user = "ann" }).Ok();

        var withMapping = await Publish(dora, Tiny("fresh") + "migrate: { statuses: { new: fresh } }\n");
        Assert.Equal(1, withMapping.GetProperty("impact").GetProperty("carriedOver").GetInt32());
        await host.Until(async () =>
            (await dora.GetAsync($"/api/cases/{opened.Text("id")}").Ok()).Text("status") == "fresh"
        );

        var timeline = (await dora.GetAsync($"/api/cases/{opened.Text("id")}/timeline").Ok()).GetProperty("items");
        Assert.Equal(
            ["opened", "assigned", "migrated"],
            timeline.EnumerateArray().Select(item => item.GetProperty("event").Text("type"))
        );
    }

    [Fact]
    public async Task Publishing_the_same_text_again_makes_no_version()
    {
        using var dora = host.As("dora", "designer");

        Assert.True((await Publish(dora, Tiny("new"))).GetProperty("changed").GetBoolean());
        Assert.False((await Publish(dora, Tiny("new"))).GetProperty("changed").GetBoolean());
    }

    [Fact]
    public async Task An_older_text_can_be_published_again_as_a_new_version()
    {
        using var dora = host.As("dora", "designer");
        await Publish(dora, Tiny("new"));
        await Publish(dora, Tiny("fresh"));

        var back = await Publish(dora, Tiny("new"));

        Assert.Equal(3, back.GetProperty("version").GetInt32());
        var versions = (await dora.GetAsync("/api/processes/tiny/versions").Ok()).GetProperty("items");
        Assert.Equal([3, 2, 1], versions.EnumerateArray().Select(one => one.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task A_version_published_through_the_api_outlives_a_restart()
    {
        using var dora = host.As("dora", "designer");
        var text = await System.IO.File.ReadAllTextAsync(File);
        await Publish(dora, text.Replace("Support case,", "Support,", StringComparison.Ordinal));

        await host.Restart();

        Assert.Equal(2, await Version());
    }

    [Fact]
    public async Task Only_designers_and_admins_publish()
    {
        using var ann = host.As("ann");

        await ann.PostAsJsonAsync("/api/processes/publish", new { source = Tiny("new") })
            .Problem(System.Net.HttpStatusCode.Forbidden, "role-not-allowed");
    }

    [Fact]
    public async Task Ten_publications_a_second_under_load_lose_no_request()
    {
        using var dora = host.As("dora", "designer");
        using var ann = host.As("ann");
        await Publish(dora, Tiny("new"));
        var customer = await host.Account("Load");
        using var stop = new CancellationTokenSource();

        var load = Enumerable
            .Range(0, 8)
            .Select(async _ =>
            {
                var answered = 0;
                while (!stop.IsCancellationRequested)
                {
                    var opened = await ann.PostAsJsonAsync(
                            "/api/cases",
                            new
                            {
                                process = "tiny",
                                title = "Load",
                                customerId = customer,
                            }
                        )
                        .Ok();
                    await ann.PostAsJsonAsync($"/api/cases/{opened.Text("id")}/status", new { to = "open" }).Ok();
                    answered += 2;
                }

                return answered;
            })
            .ToList();
        for (var version = 2; version <= 31; version++)
        {
            var published = await Publish(dora, Tiny("new") + $"# {version}\n");
            Assert.Equal(version, published.GetProperty("version").GetInt32());
        }

        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(load), answered => Assert.True(answered > 0));
    }

    private static string Tiny(string first) =>
        $$"""
            process: tiny
            title: Tiny
            ticket: "T-{number}"
            statuses:
              active:
                {{first}}: { title: First, initial: true }
                open: { title: Open }
              resolved:
                done: { title: Done }
            transitions: any

            """;

    private static Task<JsonElement> Publish(HttpClient client, string text) =>
        client.PostAsJsonAsync("/api/processes/publish", new { source = text }).Ok();

    private async Task<JsonElement> Open(HttpClient client, string process) =>
        await client
            .PostAsJsonAsync(
                "/api/cases",
                new
                {
                    process,
                    title = "Here",
                    customerId = await host.Account(),
                }
            )
            .Ok();

    private async Task Save(Func<string, string> change)
    {
        var before = await System.IO.File.ReadAllTextAsync(File);
        var after = change(before);
        Assert.NotEqual(before, after);
        await System.IO.File.WriteAllTextAsync(File, after);
    }

    private async Task<JsonElement> Process() => (await Processes()).Single(one => one.Text("key") == "support-case");

    private async Task<bool> HasProcess(string key) => (await Processes()).Any(one => one.Text("key") == key);

    private async Task<int> Version() => (await Process()).GetProperty("version").GetInt32();

    private async Task<List<JsonElement>> Processes()
    {
        using var ann = host.As("ann");
        return [.. (await ann.GetAsync("/api/processes").Ok()).GetProperty("items").EnumerateArray()];
    }
}
