using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace CaseFlow.Host.Tests;

/// <summary>Lets a test ask as from another machine: the host sees the address that a header of the test names.</summary>
internal sealed class OtherMachine : IStartupFilter
{
    public const string Header = "X-Test-From";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(
                (context, rest) =>
                {
                    if (context.Request.Headers[Header].ToString() is { Length: > 0 } from)
                    {
                        context.Connection.RemoteIpAddress = IPAddress.Parse(from);
                    }

                    return rest(context);
                }
            );
            next(app);
        };
}
