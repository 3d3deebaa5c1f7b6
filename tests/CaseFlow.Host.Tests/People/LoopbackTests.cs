using System.Net;
using CaseFlow.Host.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.People;

public sealed class LoopbackTests
{
    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("192.0.2.7", false)]
    [InlineData("2001:db8::7", false)]
    public async Task Who_asks_is_believed_from_this_machine_only(string from, bool isBelieved)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPeople(new ConfigurationBuilder().Build());
        await using var provider = services.BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = provider };
        context.Connection.RemoteIpAddress = IPAddress.Parse(from);
        context.Request.Headers[CaseFlowHeaders.UserHeader] = "ann";

        Assert.Equal(isBelieved, (await context.AuthenticateAsync()).Succeeded);
    }
}
