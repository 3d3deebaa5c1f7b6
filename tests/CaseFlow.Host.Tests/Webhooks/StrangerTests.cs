using System.Net;
using System.Text;

namespace CaseFlow.Host.Tests.Webhooks;

/// <summary>What strangers are answered whose requests are not taken in.</summary>
public sealed class StrangerTests(StrangerTests.OpenHost open) : IClassFixture<StrangerTests.OpenHost>
{
    private readonly RunningHost host = open.Host;

    [Theory]
    [InlineData("POST", "/hooks/elsewhere", "{}", "application/json", 404, "not-found")]
    [InlineData("POST", "/hooks/", "{}", "application/json", 404, "not-found")]
    [InlineData("GET", "/hooks/any/calls", null, null, 405, "method-not-allowed")]
    [InlineData("POST", "/hooks/any/calls", "{}", "text/plain", 415, "media-type")]
    [InlineData("POST", "/hooks/any/calls", "{ no json", "application/json", 422, "body-not-readable")]
    [InlineData("POST", "/hooks/any/calls", "", "application/json", 422, "body-not-readable")]
    [InlineData("POST", "/hooks/any/calls", "{\"a\":1,\"a\":2}", "application/json", 422, "body-not-readable")]
    public async Task A_stranger_is_told_no_more_than_he_needs(
        string method,
        string path,
        string? body,
        string? media,
        int status,
        string code
    )
    {
        using var stranger = host.Anonymous();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, media!);

        await stranger.SendAsync(request).Problem((HttpStatusCode)status, code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_is_too_large_is_not_read(bool saysItsLength)
    {
        using var stranger = host.Anonymous();
        using var request = Senders.Post("/hooks/any/calls", $"{{\"a\":\"{new string('x', 300)}\"}}");
        request.Headers.TransferEncodingChunked = !saysItsLength;

        await stranger.SendAsync(request).Problem(HttpStatusCode.RequestEntityTooLarge, "body-too-large");
    }

    [Fact]
    public async Task The_schema_for_editors_is_served()
    {
        using var nobody = host.Anonymous();

        Assert.Equal("CaseFlow webhook", (await nobody.GetAsync("/schemas/webhook.json").Ok()).Text("title"));
    }

    /// <summary>A host with a webhook that anybody may send to.</summary>
    public sealed class OpenHost : IAsyncLifetime
    {
        public RunningHost Host { get; } = new();

        public async ValueTask InitializeAsync()
        {
            await Host.InitializeAsync();
            await new Deliveries(Host).Save("calls", DoorTests.Calls);
        }

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
