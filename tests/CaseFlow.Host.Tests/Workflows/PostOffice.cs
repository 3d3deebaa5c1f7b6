using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace CaseFlow.Host.Tests.Workflows;

/// <summary>A real server for e-mail on a port of its own, which keeps what it is handed.</summary>
internal sealed class PostOffice : MessageStore, IAsyncDisposable
{
    private readonly CancellationTokenSource closing = new();
    private readonly ConcurrentQueue<MimeMessage> got = new();
    private Task serving = Task.CompletedTask;

    public int Port { get; } = FreePort();

    public MimeMessage[] All => [.. got];

    public string[] Settings =>
        [
            "--Mail:Smtp:Host=127.0.0.1",
            $"--Mail:Smtp:Port={Port}",
            "--Mail:Smtp:Security=None",
            "--Mail:Smtp:From=desk@example.com",
        ];

    public void Open()
    {
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add(this);
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Port(Port).Build();
        serving = new SmtpServer.SmtpServer(options, services).StartAsync(closing.Token);
    }

    public override async Task<SmtpResponse> SaveAsync(
        ISessionContext context,
        IMessageTransaction transaction,
        ReadOnlySequence<byte> buffer,
        CancellationToken cancellationToken
    )
    {
        using var bytes = new MemoryStream(buffer.ToArray());
        got.Enqueue(await MimeMessage.LoadAsync(bytes, cancellationToken));
        return SmtpResponse.Ok;
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        closing.Dispose();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
