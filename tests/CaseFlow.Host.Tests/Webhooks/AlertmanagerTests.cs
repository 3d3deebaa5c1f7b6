using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseFlow.Host.Tests.Webhooks;

/// <summary>The webhook for Alertmanager that ships, with real deliveries of Alertmanager.</summary>
public sealed class AlertmanagerTests : IAsyncLifetime
{
    private readonly RunningHost host = new() { Settings = Senders.Settings };
    private readonly Deliveries deliveries;

    public AlertmanagerTests() => deliveries = new(host);

    private static string Folder => Path.Combine(SharedData.Folder("webhook-payloads"), "alertmanager");

    private static string Three => File.ReadAllText(Path.Combine(Folder, "grafana-inspired-payload.json"));

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Each_alert_of_a_delivery_opens_a_case_of_its_own()
    {
        var delivery = await deliveries.Send(Senders.Alertmanager(Three));

        Assert.Equal("done", delivery.Text("state"));
        Assert.Equal(
            [0, 1, 2],
            delivery.GetProperty("results").EnumerateArray().Select(one => one.GetProperty("item").GetInt32())
        );
        var cases = await deliveries.Cases();
        Assert.Equal(3, cases.Length);
        Assert.All(
            cases,
            one =>
            {
                Assert.StartsWith("JustATestAlert_1: Ratio(Max(", one.Text("title"), StringComparison.Ordinal);
                Assert.Equal(("low", "active"), (one.Text("priority"), one.Text("state")));
            }
        );
    }

    [Fact]
    public async Task Alerts_that_are_over_resolve_their_cases_and_no_others()
    {
        await deliveries.Send(Senders.Alertmanager(Three));
        var over = With(alerts =>
        {
            alerts[0]!["status"] = "resolved";
            alerts[0]!["endsAt"] = "2020-10-11T15:00:00Z";
        });

        var delivery = await deliveries.Send(Senders.Alertmanager(over));

        Assert.Equal("done", delivery.Text("state"));
        var resolved = await deliveries.CaseOf(delivery);
        Assert.Equal("The alert is over since 2020-10-11T15:00:00Z.", resolved.GetProperty("resolution").Text("text"));
        Assert.Equal(
            ["active", "active", "resolved"],
            (await deliveries.Cases()).Select(one => one.Text("state")).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task The_same_alert_told_again_opens_nothing()
    {
        await deliveries.Send(Senders.Alertmanager(Three));
        await deliveries.Send(Senders.Alertmanager(With(alerts => alerts[0]!["annotations"]!["value"] = "31 %")));

        Assert.Equal(3, (await deliveries.Cases()).Length);
    }

    [Fact]
    public async Task An_alert_that_a_person_has_resolved_already_is_nothing_to_do()
    {
        await deliveries.Send(Senders.Alertmanager(Three));
        var over = With(alerts => alerts[0]!["status"] = "resolved");
        await deliveries.Send(Senders.Alertmanager(over));

        var again = await deliveries.Send(
            Senders.Alertmanager(
                With(alerts =>
                {
                    alerts[0]!["status"] = "resolved";
                    alerts[0]!["annotations"]!["value"] = "0 %";
                })
            )
        );

        Assert.Equal("done", again.Text("state"));
        Assert.Equal("unchanged", again.GetProperty("results")[0].Text("outcome"));
    }

    [Fact]
    public async Task A_critical_alert_is_urgent_and_can_be_resolved()
    {
        await deliveries.Send(Senders.Alertmanager(With(alerts => Severe(alerts, "firing"))));
        var over = await deliveries.Send(Senders.Alertmanager(With(alerts => Severe(alerts, "resolved"))));

        var resolved = await deliveries.CaseOf(over);
        Assert.Equal(("high", "resolved"), (resolved.Text("priority"), resolved.Text("state")));

        static void Severe(JsonArray alerts, string status)
        {
            alerts[0]!["labels"]!["severity"] = "critical";
            alerts[0]!["status"] = status;
        }
    }

    [Fact]
    public async Task Every_real_delivery_opens_cases()
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*.json"))
        {
            var body = await File.ReadAllTextAsync(file);
            var delivery = await deliveries.Send(Senders.Alertmanager(body));

            Assert.Equal("done", delivery.Text("state"));
            Assert.Equal(
                JsonDocument.Parse(body).RootElement.GetProperty("alerts").GetArrayLength(),
                delivery.GetProperty("results").GetArrayLength()
            );
        }
    }

    [Theory]
    [InlineData("{ \"alerts\": null }")]
    [InlineData("{ \"alerts\": [] }")]
    [InlineData("{ \"alerts\": [null, 1, {}] }")]
    public async Task Alerts_that_say_nothing_open_nothing(string body)
    {
        Assert.Equal("not-matched", (await deliveries.Send(Senders.Alertmanager(body))).Text("state"));
        Assert.Empty(await deliveries.Cases());
    }

    private static string With(Action<JsonArray> change)
    {
        var payload = JsonNode.Parse(Three)!;
        change(payload["alerts"]!.AsArray());
        return payload.ToJsonString();
    }
}
