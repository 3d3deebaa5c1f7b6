using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Webhooks.Outgoing;

/// <summary>
/// Which addresses a webhook may go to: those of the public internet, and those that a setting allows. Whoever may add a
/// subscription must not thereby reach what stands behind the host's firewall.
/// </summary>
internal sealed class NetworkRules(IOptions<WebhookOptions> options)
{
    // The registries of special purposes (IANA, RFC 6890), and multicast.
    private static readonly ImmutableArray<IPNetwork> Special =
    [
        .. new[]
        {
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::/128",
            "::1/128",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "3fff::/20",
            "5f00::/16",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    // Addresses that carry one of the old kind, from which byte on.
    private static readonly ImmutableArray<(IPNetwork Network, int From)> Carriers =
    [
        (IPNetwork.Parse("::/96"), 12),
        (IPNetwork.Parse("64:ff9b::/96"), 12),
        (IPNetwork.Parse("2002::/16"), 2),
    ];

    private readonly ImmutableArray<IPNetwork> allowed = [.. options.Value.AllowedNetworks.Select(IPNetwork.Parse)];

    public bool Allow(IPAddress address)
    {
        var plain = Plain(address);
        return Holds(allowed, plain) || (!Holds(Special, plain) && (Carried(plain) is not { } inside || Allow(inside)));
    }

    private static bool Holds(ImmutableArray<IPNetwork> networks, IPAddress address) =>
        networks.Any(network =>
            network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address)
        );

    /// <summary>The address inside the address, which is where it leads in the end.</summary>
    private static IPAddress? Carried(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return null;
        }

        var bytes = address.GetAddressBytes();
        foreach (var (network, from) in Carriers)
        {
            if (network.Contains(address))
            {
                return new(bytes.AsSpan(from, 4));
            }
        }

        return null;
    }

    private static IPAddress Plain(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
        : address is { AddressFamily: AddressFamily.InterNetworkV6, ScopeId: not 0 } ? new(address.GetAddressBytes())
        : address;
}
