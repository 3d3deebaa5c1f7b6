using System.Net.Http.Json;
using System.Text.Json;
using CaseFlow.Host.Tests.Durability;
using CaseFlow.Host.Tests.Workflows;

namespace CaseFlow.Host.Tests.Processes;

/// <summary>Two hosts on one database: what is published on one, the other serves a moment later.</summary>
public sealed class OtherHostTests : IAsyncLifetime
{
    private const string Process = """
        process: tiny
        title: Tiny
        ticket: "T-{number}"
        statuses:
          active:
            new: { title: New, initial: true }
          resolved:
            done: { title: Done }
        transitions: any

        """;

    private RunningHost one = null!;
    private RunningHost other = null!;

    public async ValueTask InitializeAsync()
    {
        Postgres.SkipWhereItIsNot();
        string[] storage =
        [
            "--Storage:Provider=PostgreSql",
            $"--Storage:ConnectionString={await TemporaryPostgres.NewDatabase()}",
        ];
        one = new() { Storage = storage };
        await one.InitializeAsync();
        other = new() { Storage = storage };
        await other.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (other is not null)
        {
            await other.DisposeAsync();
            await one.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_process_and_each_version_of_it_is_served()
    {
        await Publish(one, Process);
        await other.Until(async () => await Version() == 1);
        using var ann = other.As("ann");
        var opened = await ann.PostAsJsonAsync(
                "/api/cases",
                new
                {
                    process = "tiny",
                    title = "Here",
                    customerId = await other.Account(),
                }
            )
            .Ok();

        await Publish(one, Process.Replace("new:", "fresh:", StringComparison.Ordinal));
        await other.Until(async () => await Version() == 2);

        var stays = await ann.GetAsync($"/api/cases/{opened.Text("id")}").Ok();
        Assert.Equal("new", stays.Text("status"));
        await ann.PostAsJsonAsync($"/api/cases/{opened.Text("id")}/assign", new { user = "ann" }).Ok();
    }

    [Fact]
    public async Task Whoever_publishes_knows_what_was_published_elsewhere_just_before()
    {
        await Publish(one, Process);

        var again = await Publish(other, Process);
        var changed = await Publish(other, Process + "# another\n");
        var back = await Publish(one, Process);

        Assert.False(again.GetProperty("changed").GetBoolean());
        Assert.Equal((2, 3), (changed.GetProperty("version").GetInt32(), back.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task A_workflow_is_started_and_what_runs_goes_on_with_its_own_version()
    {
        using var first = new Workshop(one);
        using var second = new Workshop(other);
        await first.Publish(Flow.Of("told", $"type: Elsa.Event, {Flow.Text("eventName", "go")}", Flow.Line("'first'")));
        await other.Until(async () => (await second.Dora.GetAsync("/api/workflows/told")).IsSuccessStatusCode);
        var running = (await second.Run("told")).Text("id")!;

        await first.Publish(Flow.Of("told", Flow.Line("'second'"), Flow.Line("'end'")));
        await other.Until(async () =>
            (await second.Dora.GetAsync("/api/workflows/told").Ok()).GetProperty("version").GetInt32() == 2
        );

        await second.Tell("go");
        Assert.Equal(["first"], Workshop.Lines(await second.Until(running, "finished")));
        var started = (await second.Run("told")).Text("id")!;
        Assert.Equal(["second", "end"], Workshop.Lines(await second.Until(started, "finished")));
    }

    [Fact]
    public async Task A_webhook_and_a_mailbox_that_waited_for_a_process_take_what_comes()
    {
        var folder = Directory.CreateDirectory(Path.Combine(other.Workflows, "tiny")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "calls.webhook.yaml"),
            "webhook: calls\nprocess: tiny\nverify: none\nkey: body.id\nrules: [{ rule: All, do: ignore }]\n"
        );
        await File.WriteAllTextAsync(
            Path.Combine(folder, "tiny.mailbox.yaml"),
            "mailbox: tiny\nprocess: tiny\naddress: tiny@example.com\n"
        );
        using var ada = other.As("ada", "admin");
        Assert.DoesNotContain("calls", await Names(ada, "hooks"), StringComparison.Ordinal);

        await Publish(one, Process);

        await other.Until(async () => (await Names(ada, "hooks")).Contains("calls", StringComparison.Ordinal));
        await other.Until(async () => (await Names(ada, "mailboxes")).Contains("tiny", StringComparison.Ordinal));
    }

    private static async Task<JsonElement> Publish(RunningHost host, string text)
    {
        using var dora = host.As("dora", "designer");
        return await dora.PostAsJsonAsync("/api/processes/publish", new { source = text }).Ok();
    }

    private static async Task<string> Names(HttpClient client, string of) =>
        (await client.GetAsync($"/api/{of}").Ok()).GetRawText();

    /// <summary>The version of the process that the other host serves; null where it does not know it.</summary>
    private async Task<int?> Version()
    {
        using var ann = other.As("ann");
        return (await ann.GetAsync("/api/processes").Ok())
            .GetProperty("items")
            .EnumerateArray()
            .Where(process => process.Text("key") == "tiny")
            .Select(process => (int?)process.GetProperty("version").GetInt32())
            .FirstOrDefault();
    }
}
