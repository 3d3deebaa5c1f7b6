using System.Net;
using System.Net.Sockets;

namespace CaseFlow.Host.Webhooks.Outgoing;

/// <summary>
/// Connects to what a name stands for at this very moment, and only where that is allowed: checked here, behind the
/// resolution, no name can change its mind in between.
/// </summary>
internal sealed class GuardedConnection(NetworkRules rules)
{
    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await Dns.GetHostAddressesAsync(host, cancellation);
        var allowed = Array.FindAll(addresses, rules.Allow);
        if (allowed is [])
        {
            throw new AddressNotAllowedException(host, addresses);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A name leads to no address that a webhook may go to.</summary>
internal sealed class AddressNotAllowedException(string host, IReadOnlyList<IPAddress> addresses)
    : IOException(Explain(host, addresses))
{
    public static string Explain(string host, IReadOnlyList<IPAddress> addresses) =>
        $"'{host}' leads to {(addresses is [] ? "no address" : string.Join(", ", addresses))}, where no webhook may go. "
        + "The setting Webhooks:AllowedNetworks allows networks inside.";
}
