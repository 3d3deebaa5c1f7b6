using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.People.SignIn;

/// <summary>Says at start what whoever runs the host should know about who gets in.</summary>
internal sealed partial class SignInNotes(
    IOptions<SignInOptions> options,
    FirstAdministrator first,
    IServer server,
    IHostApplicationLifetime life,
    ILogger<SignInNotes> log
) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        life.ApplicationStarted.Register(() => _ = Say());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task Say()
    {
        if (options.Value.TrustLoopbackHeaders)
        {
            LogTrust(CaseFlowHeaders.UserHeader);
        }

        try
        {
            if (await first.IsWanted(life.ApplicationStopping))
            {
                var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
                LogSetUp(address, first.Token);
            }
        }
        catch (Exception passing) when (passing is not OutOfMemoryException)
        {
            LogUnknown(passing); // whoever opens the page asks again
        }
    }

    [LoggerMessage(
        LogLevel.Warning,
        "Programs on this machine are believed who they say asks ({Header}). Where others use this machine, or a proxy on it passes requests on, set SignIn:TrustLoopbackHeaders to false"
    )]
    private partial void LogTrust(string header);

    [LoggerMessage(
        LogLevel.Warning,
        "Nobody can sign in yet. Make the first administrator at {Address}/setup, from another machine at /setup?token={Token}"
    )]
    private partial void LogSetUp(string? address, string token);

    [LoggerMessage(LogLevel.Warning, "Whether there is an administrator could not be found out")]
    private partial void LogUnknown(Exception passing);
}
