using System.Net;
using System.Net.Http.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Demo;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.People;

/// <summary>The demo's people, whose password everybody knows.</summary>
public sealed class DemoTests : IAsyncLifetime
{
    private readonly RunningHost host = new();

    public async ValueTask InitializeAsync()
    {
        await host.InitializeAsync();
        Assert.True(await ActivatorUtilities.CreateInstance<DemoStore>(host.Services).Fill(CancellationToken.None));
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task They_sign_in_on_this_machine_alone_until_they_have_a_password_of_their_own()
    {
        foreach (var (key, roles) in DemoPeople.SignIns)
        {
            using var here = await host.SignedIn(key, DemoPeople.Password);
            Assert.Equal(RoleNames.Of(roles), (await here.GetAsync("/api/me").Ok()).Texts("roles"));
            here.DefaultRequestHeaders.Add(OtherMachine.Header, "192.0.2.7");
            await here.GetAsync("/api/me").Problem(HttpStatusCode.Unauthorized, "not-signed-in");
        }

        using var there = host.Browser("192.0.2.7");
        await there
            .PostAsJsonAsync("/api/sign-in", new { user = "adam", password = DemoPeople.Password })
            .Problem(HttpStatusCode.Unauthorized, "sign-in-failed");

        using var adam = await host.SignedIn("adam", DemoPeople.Password);
        await adam.PostAsJsonAsync(
                "/api/me/password",
                new { current = DemoPeople.Password, @new = "only mine from now on" }
            )
            .Done();
        await there.PostAsJsonAsync("/api/sign-in", new { user = "adam", password = "only mine from now on" }).Done();
        await there.GetAsync("/api/me").Ok();
    }
}
