using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Host.Tests.Webhooks;

/// <summary>Somebody outside who is told of events: a real server on a port of its own, which can be down.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<Got> got = new();
    private WebApplication? app;

    private Receiver(int port) => Port = port;

    public int Port { get; }

    public string Url => $"http://127.0.0.1:{Port}/hooks?from=caseflow";

    /// <summary>What it answers, by what it got.</summary>
    public Func<Got, HttpResponse, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Everything that it got, failures of its own included, in the order of coming.</summary>
    public Got[] All => [.. got];

    /// <summary>What it got and took.</summary>
    public Got[] Taken => [.. got.Where(one => one.IsTaken)];

    public static async Task<Receiver> Open()
    {
        var receiver = Closed();
        await receiver.Up();
        return receiver;
    }

    /// <summary>One whose port nobody listens at yet.</summary>
    public static Receiver Closed()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return new(((IPEndPoint)probe.LocalEndpoint).Port);
    }

    public async Task Up()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{Port}");
        app = builder.Build();
        app.Run(Take);
        await app.StartAsync();
    }

    public async Task Down()
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
            app = null;
        }
    }

    public ValueTask DisposeAsync() => new(Down());

    private async Task Take(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var headers = context.Request.Headers.ToDictionary(
            header => header.Key,
            header => header.Value.ToString(),
            StringComparer.OrdinalIgnoreCase
        );
        var one = new Got(context.Request.Path + context.Request.QueryString, headers, body);
        got.Enqueue(one);
        await Answer(one, context.Response);
        one.IsTaken = context.Response.StatusCode is >= 200 and < 300;
    }
}

/// <summary>One request as it came.</summary>
internal sealed record Got(string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public bool IsTaken { get; set; }

    public string Id => Headers["webhook-id"];

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Type => Json.Text("type")!;

    public string Case => Json.Text("subject")!;

    public int Position => Json.GetProperty("data").GetProperty("position").GetInt32();

    public bool IsReplay => Headers.ContainsKey("CaseFlow-Replay");

    /// <summary>Computed from what Standard Webhooks says, and from nothing of the product.</summary>
    public bool IsSignedWith(string secret)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        var signed = $"{Headers["webhook-id"]}.{Headers["webhook-timestamp"]}.{Body}";
        using var hmac = new HMACSHA256(key);
        var expected = "v1," + Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes(signed)));
        return Headers["webhook-signature"].Split(' ').Contains(expected, StringComparer.Ordinal);
    }
}
