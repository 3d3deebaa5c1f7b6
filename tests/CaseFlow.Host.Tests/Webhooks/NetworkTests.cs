using System.Net;
using CaseFlow.Host.Webhooks.Outgoing;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Tests.Webhooks;

/// <summary>No webhook reaches what stands behind the firewall, by whatever name or detour.</summary>
public sealed class NetworkTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.254")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.0.9")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.8")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.250")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::ffff:192.168.1.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::10.0.0.1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:db8::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456:789a::1")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%2")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void An_address_inside_is_refused(string address) => Assert.False(Rules().Allow(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.1")]
    [InlineData("172.15.0.1")]
    [InlineData("172.32.0.1")]
    [InlineData("192.167.1.1")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("::ffff:1.1.1.1")]
    [InlineData("2002:101:101::")]
    public void An_address_outside_is_allowed(string address) => Assert.True(Rules().Allow(IPAddress.Parse(address)));

    [Fact]
    public void A_setting_allows_a_network_inside_and_no_other()
    {
        var rules = Rules("10.1.0.0/16", "fd00::/8");

        Assert.True(rules.Allow(IPAddress.Parse("10.1.200.3")));
        Assert.True(rules.Allow(IPAddress.Parse("::ffff:10.1.200.3")));
        Assert.True(rules.Allow(IPAddress.Parse("fd00::1")));
        Assert.False(rules.Allow(IPAddress.Parse("10.2.0.1")));
        Assert.False(rules.Allow(IPAddress.Parse("127.0.0.1")));
    }

    [Fact]
    public async Task A_name_that_leads_to_this_machine_is_not_followed()
    {
        await using var receiver = await Receiver.Open();
        var subscription = await host.Subscribe(
            new { url = $"http://localhost:{receiver.Port}/hooks", types = new[] { "opened" } }
        );

        await host.Case();

        await host.InTime(async () => await LastError(subscription) is not null, seconds: 20);
        Assert.Contains("'localhost' leads to", await LastError(subscription), StringComparison.Ordinal);
        Assert.Empty(receiver.All);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var inside = await Receiver.Open();
        await using var outside = await Receiver.Open();
        outside.Answer = (_, response) =>
        {
            response.StatusCode = 307;
            response.Headers.Location = inside.Url;
            return Task.CompletedTask;
        };
        await using var hooked = new HookedHost();
        await hooked.InitializeAsync();
        var subscription = await hooked.Host.Subscribe(new { url = outside.Url, types = new[] { "opened" } });

        await hooked.Host.Case();

        await hooked.Host.InTime(async () => (await hooked.Host.Deliveries(subscription, "dead")).Length == 1);
        var dead = (await hooked.Host.Deliveries(subscription, "dead")).Single();
        Assert.Contains("redirects are not followed", dead.Text("error"), StringComparison.Ordinal);
        Assert.Contains(inside.Url, dead.Text("error"), StringComparison.Ordinal);
        Assert.Empty(inside.All);
    }

    [Fact]
    public void A_network_that_cannot_be_read_stops_the_host()
    {
        var options = new WebhookOptions();
        options.AllowedNetworks.Add("10.1.0.0");
        options.AllowedNetworks.Add("inside");

        var told = new AllowedNetworksValidator().Validate(null, options);

        Assert.True(told.Failed);
        Assert.Contains("'10.1.0.0'", told.FailureMessage, StringComparison.Ordinal);
    }

    private async Task<string?> LastError(System.Text.Json.JsonElement subscription) =>
        (await host.Deliveries(subscription, "waiting")).SingleOrDefault()
            is { ValueKind: System.Text.Json.JsonValueKind.Object } one
            ? one.Text("error")
            : null;

    private static NetworkRules Rules(params string[] allowed)
    {
        var options = new WebhookOptions();
        foreach (var network in allowed)
        {
            options.AllowedNetworks.Add(network);
        }

        return new(Options.Create(options));
    }
}
