using CaseFlow.Host.Tests.Webhooks;
using Microsoft.AspNetCore.Http;

namespace CaseFlow.Host.Tests.Workflows;

/// <summary>Workflows that speak to the outside: e-mail and requests, to servers that are there.</summary>
public sealed class OutsideTests : IAsyncLifetime
{
    private readonly PostOffice post = new();
    private readonly RunningHost host;
    private Workshop workshop = null!;

    public OutsideTests() => host = new() { Settings = ["--Webhooks:AllowedNetworks:0=127.0.0.0/8", .. post.Settings] };

    public async ValueTask InitializeAsync()
    {
        await host.InitializeAsync();
        workshop = new(host);
    }

    public async ValueTask DisposeAsync()
    {
        workshop.Dispose();
        await host.DisposeAsync();
        await post.DisposeAsync();
    }

    [Fact]
    public async Task An_e_mail_arrives_as_it_was_written()
    {
        post.Open();
        await workshop.Publish(
            Flow.Of(
                "writes",
                $"type: Elsa.SendEmail, {Flow.Script("to", "Object", "['Bob <bob@example.com>', 'eve@example.com']")}, "
                    + $"{Flow.Text("subject", "Ihr Anliegen: gelöst")}, {Flow.Text("body", "<p>Guten Tag</p>")}",
                Flow.Line("'written'")
            )
        );

        var id = (await workshop.Run("writes")).Text("id")!;

        Assert.Equal(["written"], Workshop.Lines(await workshop.Until(id, "finished")));
        var got = Assert.Single(post.All);
        Assert.Equal(("Ihr Anliegen: gelöst", "<p>Guten Tag</p>"), (got.Subject, got.HtmlBody?.Trim()));
        Assert.Equal(["bob@example.com", "eve@example.com"], got.To.Mailboxes.Select(one => one.Address));
        Assert.Equal("desk@example.com", Assert.Single(got.From.Mailboxes).Address);
        Assert.EndsWith("@caseflow", got.MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_e_mail_waits_for_a_server_that_is_down()
    {
        await workshop.Publish(
            Flow.Of(
                "tries",
                $"type: Elsa.SendEmail, {Flow.Text("to", "bob@example.com")}, {Flow.Text("subject", "Later")}, {Flow.Text("body", "x")}",
                Flow.Line("'written'")
            )
        );
        var id = (await workshop.Run("tries")).Text("id")!;

        post.Open();

        Assert.Equal(["written"], Workshop.Lines(await workshop.Until(id, "finished")));
        Assert.Equal("Later", Assert.Single(post.All).Subject);
    }

    [Fact]
    public async Task A_request_is_sent_and_its_answer_goes_on()
    {
        await using var receiver = await Receiver.Open();
        receiver.Answer = (_, answer) => answer.WriteAsJsonAsync(new { stock = 3 });
        await workshop.Publish(
            Flow.Of(
                "asks",
                $"type: Elsa.SendHttpRequest, {Flow.Text("url", receiver.Url)}, {Flow.Text("method", "POST")}, "
                    + $"{Flow.Script("content", "Object", "({ item: 'lamp' })")}, {Flow.Into("parsedContent")}",
                Flow.Line("'in stock: ' + getV().stock")
            )
        );

        var id = (await workshop.Run("asks")).Text("id")!;

        Assert.Equal(["in stock: 3"], Workshop.Lines(await workshop.Until(id, "finished")));
        var got = Assert.Single(receiver.All);
        Assert.Equal("lamp", got.Json.Text("item"));
        Assert.True(got.Headers.ContainsKey("Idempotency-Key"));
    }
}
