using System.Net;
using System.Text;

namespace CaseFlow.Host.Tests.Webhooks;

/// <summary>Who proves that he sent a delivery, and who does not.</summary>
public sealed class VerificationTests(VerificationTests.Hooks hooks) : IClassFixture<VerificationTests.Hooks>
{
    private const string Old = "old-secret";
    private const string New = "new-secret";
    private const string Body = "{\"n\":1}";
    private const string StandardSecret = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz";

    private static readonly DateTimeOffset Now = RunningHost.Monday9;

    [Theory]
    [InlineData("github", "good", 202)]
    [InlineData("github", "rotated", 202)]
    [InlineData("github", "unknown secret", 401)]
    [InlineData("github", "tampered", 401)]
    [InlineData("github", "no header", 401)]
    [InlineData("github", "garbage", 401)]
    [InlineData("stripe", "good", 202)]
    [InlineData("stripe", "rotated", 202)]
    [InlineData("stripe", "unknown secret", 401)]
    [InlineData("stripe", "tampered", 401)]
    [InlineData("stripe", "old", 401)]
    [InlineData("stripe", "of tomorrow", 401)]
    [InlineData("stripe", "no header", 401)]
    [InlineData("stripe", "garbage", 401)]
    [InlineData("zendesk", "good", 202)]
    [InlineData("zendesk", "rotated", 202)]
    [InlineData("zendesk", "unknown secret", 401)]
    [InlineData("zendesk", "tampered", 401)]
    [InlineData("zendesk", "old", 401)]
    [InlineData("zendesk", "no header", 401)]
    [InlineData("zendesk", "garbage", 401)]
    [InlineData("standard-webhooks", "good", 202)]
    [InlineData("standard-webhooks", "rotated", 202)]
    [InlineData("standard-webhooks", "unknown secret", 401)]
    [InlineData("standard-webhooks", "tampered", 401)]
    [InlineData("standard-webhooks", "old", 401)]
    [InlineData("standard-webhooks", "no header", 401)]
    [InlineData("standard-webhooks", "garbage", 401)]
    [InlineData("bearer", "good", 202)]
    [InlineData("bearer", "rotated", 202)]
    [InlineData("bearer", "unknown secret", 401)]
    [InlineData("bearer", "no header", 401)]
    [InlineData("bearer", "garbage", 401)]
    public async Task A_delivery_must_prove_who_sent_it(string scheme, string how, int status)
    {
        using var stranger = hooks.Host.Anonymous();

        var answer = await stranger.SendAsync(Request(scheme, how));

        Assert.Equal(status, (int)answer.StatusCode);
        if (status == 401)
        {
            Assert.Equal("not-verified", (await answer.Json()).Text("code"));
        }
    }

    [Fact]
    public async Task A_webhook_without_its_secret_takes_nothing_and_says_so_to_whoever_looks_after_the_host()
    {
        using var stranger = hooks.Host.Anonymous();

        await stranger
            .SendAsync(Senders.Post("/hooks/unset", Body))
            .Problem(HttpStatusCode.ServiceUnavailable, "not-ready");

        var ready = await stranger.GetAsync("/health/ready").Ok();
        Assert.Equal("ok", ready.Text("status"));
        Assert.Contains(
            "unset.webhook.yaml(3,19): error CF0305: the settings lack the secret that is named here, so this webhook takes "
                + "nothing; set Webhooks:Secrets:<name>",
            ready.Texts("problems")
        );
    }

    [Fact]
    public async Task Where_networks_are_named_nobody_else_may_send()
    {
        using var stranger = hooks.Host.Anonymous();

        var inside = await stranger.SendAsync(Senders.Post("/hooks/inside", Body));
        var outside = await stranger.SendAsync(Senders.Post("/hooks/outside", Body));

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Unauthorized), (inside.StatusCode, outside.StatusCode));
    }

    [Fact]
    public async Task What_proves_who_sent_it_is_not_kept()
    {
        var deliveries = new Deliveries(hooks.Host);
        var request = Request("bearer", "good", "{\"n\":2}");
        request.RequestUri = new Uri("/hooks/bearer?token=visible&page=2", UriKind.Relative);

        var kept = await deliveries.Read(await deliveries.Accepted(request));

        Assert.Equal("***", kept.GetProperty("headers").Text("authorization"));
        Assert.Equal(("***", "2"), (kept.GetProperty("query").Text("token"), kept.GetProperty("query").Text("page")));
    }

    private static HttpRequestMessage Request(string scheme, string how, string body = Body)
    {
        var secret = how switch
        {
            "unknown secret" => "another-secret",
            "rotated" => New,
            _ => Old,
        };
        var at = how switch
        {
            "old" => Now.AddMinutes(-6),
            "of tomorrow" => Now.AddDays(1),
            _ => Now.AddMinutes(-4),
        };
        var request = Senders.Post($"/hooks/{scheme}", how == "tampered" ? body.Replace('1', '7') : body);
        if (how == "no header")
        {
            return request;
        }

        foreach (var (name, value) in Headers(scheme, secret, at, body))
        {
            request.Headers.TryAddWithoutValidation(name, how == "garbage" ? "v1,!!!=,t=x sha256=zz Bearer" : value);
        }

        return request;
    }

    private static (string Name, string Value)[] Headers(string scheme, string secret, DateTimeOffset at, string body)
    {
        var time = Senders.Unix(at);
        return scheme switch
        {
            "github" => [("X-Hub-Signature-256", $"sha256={Senders.Hex(secret, body)}")],
            "stripe" =>
            [
                ("Stripe-Signature", $"t={time},v1={new string('0', 64)},v1={Senders.Hex(secret, $"{time}.{body}")}"),
            ],
            "zendesk" =>
            [
                ("X-Zendesk-Webhook-Signature-Timestamp", $"{at:yyyy-MM-ddTHH:mm:ssZ}"),
                ("X-Zendesk-Webhook-Signature", Senders.Base64(secret, $"{at:yyyy-MM-ddTHH:mm:ssZ}{body}")),
            ],
            "standard-webhooks" =>
            [
                ("webhook-id", "msg_1"),
                ("webhook-timestamp", time),
                (
                    "webhook-signature",
                    $"v1,AAAA v1a,BBBB v1,{Senders.Base64(secret == New ? "012345678901234567890123" : secret, $"msg_1.{time}.{body}")}"
                ),
            ],
            _ => [("Authorization", $"Bearer {secret}")],
        };
    }

    /// <summary>A host with a webhook for each way to sign.</summary>
    public sealed class Hooks : IAsyncLifetime
    {
        private static readonly string[] Schemes = ["github", "stripe", "zendesk", "standard-webhooks", "bearer"];

        public RunningHost Host { get; } =
            new()
            {
                Settings =
                [
                    .. Schemes.Select(scheme => $"--Webhooks:Secrets:of-{scheme}:0={Old}"),
                    .. Schemes.Select(scheme =>
                        $"--Webhooks:Secrets:of-{scheme}:1={(scheme == "standard-webhooks" ? StandardSecret : New)}"
                    ),
                ],
            };

        public async ValueTask InitializeAsync()
        {
            await Host.InitializeAsync();
            var deliveries = new Deliveries(Host);
            foreach (var scheme in Schemes)
            {
                await deliveries.Save(scheme, Hook(scheme, $"{{ {scheme}: of-{scheme} }}"));
            }

            await deliveries.Save("unset", Hook("unset", "{ github: unset }"));
            await deliveries.Save("inside", Hook("inside", "none", "from: [127.0.0.0/8, \"::1\"]\n"));
            await deliveries.Save("outside", Hook("outside", "none", "from: 10.0.0.0/8\n"));
        }

        public ValueTask DisposeAsync() => Host.DisposeAsync();

        private static string Hook(string name, string verify, string more = "") =>
            new StringBuilder($"webhook: {name}\nprocess: support-case\nverify: {verify}\n")
                .Append(more)
                .Append("rules: [{ do: ignore }]\n")
                .ToString();
    }
}
