using System.Text.Json.Nodes;

namespace CaseFlow.Host.Tests.Webhooks;

/// <summary>The webhook for GitHub that ships, with real deliveries of GitHub.</summary>
public sealed class GitHubTests : IAsyncLifetime
{
    private readonly RunningHost host = new() { Settings = Senders.Settings };
    private readonly Deliveries deliveries;

    public GitHubTests() => deliveries = new(host);

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task An_issue_that_is_opened_becomes_a_case()
    {
        var delivery = await deliveries.Send(Senders.GitHub("issues", Payload("issues", "opened"), "d-1"));

        Assert.Equal(("done", "d-1"), (delivery.Text("state"), delivery.Text("key")));
        var opened = await deliveries.CaseOf(delivery);
        Assert.Equal("Spelling error in the README file", opened.Text("title"));
        Assert.Equal("It looks like you accidently spelled 'commit' with two 't's.", opened.Text("description"));
        Assert.Equal(("webhook", "webhook:github-issues"), (opened.Text("origin"), opened.Text("createdBy")));
        Assert.Equal("front-line", opened.Text("queue"));
        Assert.Equal("MDU6SXNzdWU0NDQ1MDAwNDE=", opened.GetProperty("references")[0].Text("key"));
    }

    [Fact]
    public async Task The_same_delivery_twice_has_one_effect_and_one_answer()
    {
        using var stranger = host.Anonymous();
        var body = Payload("issues", "opened");

        var first = await stranger.SendAsync(Senders.GitHub("issues", body, "d-1"));
        var second = await stranger.SendAsync(Senders.GitHub("issues", body, "d-1"));

        Assert.Equal(await first.Content.ReadAsByteArrayAsync(), await second.Content.ReadAsByteArrayAsync());
        await deliveries.Ended((await first.Json()).Text("id")!);
        Assert.Single(await deliveries.Cases());
    }

    [Fact]
    public async Task An_issue_lives_through_its_whole_life_on_one_case()
    {
        var opened = await deliveries.Send(Senders.GitHub("issues", Payload("issues", "opened")));
        await deliveries.Send(Senders.GitHub("issues", Changed("edited", issue => issue["title"] = "Typo")));
        await deliveries.Send(Senders.GitHub("issue_comment", Payload("issue_comment", "created")));
        var closed = await deliveries.Send(Senders.GitHub("issues", Changed("closed", _ => { })));
        Assert.Equal("done", closed.Text("state"));
        Assert.Equal("resolved", (await deliveries.CaseOf(opened)).Text("state"));
        var again = await deliveries.Send(Senders.GitHub("issues", Changed("reopened", _ => { })));

        Assert.Equal("done", again.Text("state"));
        var known = Assert.Single(await deliveries.Cases());
        Assert.Equal(("active", "Typo"), (known.Text("state"), known.Text("title")));
        var events = await deliveries.Events(known.Text("id"));
        Assert.All(
            (string[])["activity-added", "edited", "resolved", "reactivated"],
            type => Assert.Contains(type, events)
        );
    }

    [Fact]
    public async Task What_comes_for_an_issue_that_is_not_known_yet_opens_its_case_first()
    {
        var delivery = await deliveries.Send(Senders.GitHub("issue_comment", Payload("issue_comment", "created")));

        Assert.Equal("done", delivery.Text("state"));
        Assert.Equal(
            ["create", "add-note"],
            delivery.GetProperty("results").EnumerateArray().Select(one => one.Text("command"))
        );
        Assert.Single(await deliveries.Cases());
    }

    [Fact]
    public async Task A_ping_is_known_and_ignored() =>
        Assert.Equal("ignored", (await deliveries.Send(Senders.GitHub("ping", Payload("ping", "")))).Text("state"));

    [Theory]
    [InlineData("star", "{ \"action\": \"created\" }")]
    [InlineData("issues", "{}")]
    [InlineData("issues", "null")]
    [InlineData("issues", "[1, 2]")]
    [InlineData("issues", "{ \"action\": null, \"issue\": null }")]
    public async Task What_no_rule_is_about_is_accepted_and_kept(string name, string body)
    {
        Assert.Equal("not-matched", (await deliveries.Send(Senders.GitHub(name, body))).Text("state"));
        Assert.Empty(await deliveries.Cases());
    }

    [Theory]
    [InlineData("{ \"action\": \"opened\", \"issue\": null }", "no-key")]
    [InlineData("{ \"action\": \"opened\", \"issue\": { \"node_id\": \"x\" } }", "no-such-customer")]
    [InlineData("{ \"action\": \"deleted\", \"issue\": { \"node_id\": \"x\" } }", "no-such-case")]
    public async Task What_lacks_too_much_is_refused_and_says_why(string body, string code)
    {
        var delivery = await deliveries.Send(Senders.GitHub("issues", body));

        Assert.Equal("refused", delivery.Text("state"));
        Assert.Equal(code, delivery.GetProperty("results")[0].Text("code"));
        Assert.NotEmpty(delivery.GetProperty("results")[0].Text("detail")!);
    }

    [Fact]
    public async Task Without_a_title_or_a_text_there_is_a_case_all_the_same()
    {
        var delivery = await deliveries.Send(
            Senders.GitHub(
                "issues",
                """
                { "action": "opened", "repository": { "owner": { "login": "contoso" } },
                  "issue": { "node_id": "x", "title": null, "body": null } }
                """
            )
        );

        var opened = await deliveries.CaseOf(delivery);
        Assert.Equal(("(no title)", null), (opened.Text("title"), opened.Text("description")));
    }

    [Fact]
    public async Task Every_real_delivery_is_taken_and_nothing_of_it_fails()
    {
        var folder = Path.Combine(SharedData.Folder("webhook-payloads"), "github");
        foreach (var file in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order())
        {
            var name = Path.GetFileName(Path.GetDirectoryName(file)!);
            var delivery = await deliveries.Send(Senders.GitHub(name, await File.ReadAllTextAsync(file), file));

            Assert.True(delivery.Text("state") is "done" or "ignored" or "not-matched" or "refused", file);
            if (delivery.Text("state") == "refused")
            {
                // The case of the issue was cancelled by a delivery before, or there never was one.
                Assert.Contains(delivery.GetProperty("results").EnumerateArray().Last().Text("code"), Expected);
            }
        }

        Assert.NotEmpty(await deliveries.Cases());
    }

    private static string[] Expected => ["case-closed", "no-such-case"];

    private static string Payload(string name, string action)
    {
        var folder = Path.Combine(SharedData.Folder("webhook-payloads"), "github", name);
        return File.ReadAllText(Path.Combine(folder, $"{action}.payload.json".TrimStart('.')));
    }

    private static string Changed(string action, Action<JsonNode> change)
    {
        var payload = JsonNode.Parse(Payload("issues", "opened"))!;
        payload["action"] = action;
        change(payload["issue"]!);
        return payload.ToJsonString();
    }
}
