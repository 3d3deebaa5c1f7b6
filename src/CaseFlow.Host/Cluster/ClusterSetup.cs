using System.Net;
using System.Net.Sockets;
using Orleans.Configuration;

namespace CaseFlow.Host.Cluster;

/// <summary>The silo inside the host: with one host there is nothing to install and nothing to find.</summary>
internal static class ClusterSetup
{
    public static void AddCluster(this WebApplicationBuilder builder) =>
        builder.UseOrleans(silo =>
        {
            // The cluster is this process alone, under a name of its own: a second host on the machine is a second cluster.
            var own = $"caseflow-{Environment.ProcessId}-{Guid.NewGuid():N}";
            silo.UseLocalhostClustering(FreePort(), gatewayPort: 0, serviceId: "caseflow", clusterId: own);
            silo.Configure<SiloOptions>(options => options.SiloName = own);
            silo.Configure<GrainCollectionOptions>(options => options.CollectionAge = TimeSpan.FromMinutes(10));
        });

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
