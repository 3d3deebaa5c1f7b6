using System.Net;
using CaseFlow.Engine.Processes;
using CaseFlow.Host;
using CaseFlow.Host.Processes;
using CaseFlow.Storage;
using CaseFlow.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Benchmarks;

/// <summary>The real host in this process, with its silo, on a port of its own and the definitions that ship.</summary>
internal sealed class BenchmarkHost : IAsyncDisposable
{
    private static readonly Uri AnyPort = new("http://127.0.0.1:0");

    private readonly WebApplication app;

    private BenchmarkHost(WebApplication app) => this.app = app;

    public IGrainFactory Grains => app.Services.GetRequiredService<IGrainFactory>();

    public CaseJournal Journal => app.Services.GetRequiredService<CaseJournal>();

    public IStore Store => app.Services.GetRequiredService<IStore>();

    public IServiceProvider Services => app.Services;

    public CaseProcess Process => app.Services.GetRequiredService<ProcessCatalog>().Newest("support-case")!;

    /// <summary>Makes a definition of the benchmark's own the newest of its process.</summary>
    public async Task<CaseProcess> Publish(string definition) =>
        Draft.Of(definition).Check() is DraftCheck.Ready(var process)
            ? (
                await app
                    .Services.GetRequiredService<ProcessPublisher>()
                    .Publish(process, CaseSeed.Ann.User, CancellationToken.None)
            )
                .Version
                .Process
            : throw new InvalidOperationException("The definition is broken.");

    public IPEndPoint Address
    {
        get
        {
            var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
            return new(IPAddress.Loopback, new Uri(addresses.Addresses.Single()).Port);
        }
    }

    /// <param name="map">Adds endpoints of the benchmark's own.</param>
    public static async Task<BenchmarkHost> Start(BenchmarkDatabase database, Action<WebApplication>? map = null)
    {
        var built = CaseFlowHost.Build([.. Settings(database, AnyPort)]);
        map?.Invoke(built);
        await built.Prepare(CancellationToken.None);
        await built.StartAsync();
        return new(built);
    }

    /// <summary>Everything as it ships, except where the data is, and that the log goes to standard error: standard output is the report's.</summary>
    public static ImmutableArray<string> Settings(BenchmarkDatabase database, Uri address) =>
        [
            $"--urls={address.OriginalString}",
            $"--contentRoot={Repository.Root}",
            $"--Storage:Provider={database.Provider}",
            $"--Storage:ConnectionString={database.ConnectionString}",
            $"--Processes:Folder={Repository.PathTo("workflows")}",
            "--Logging:Console:LogToStandardErrorThreshold=Trace",
        ];

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
