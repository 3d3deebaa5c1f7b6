using System.Net;
using System.Net.Http.Json;

namespace CaseFlow.Host.Tests.People;

/// <summary>People who sign in elsewhere.</summary>
public sealed class OpenIdConnectTests : IAsyncLifetime
{
    private Provider provider = null!;
    private RunningHost host = null!;

    public async ValueTask InitializeAsync()
    {
        provider = await Provider.Start();
        host = new RunningHost
        {
            IsLive = true,
            Settings =
            [
                $"--SignIn:OpenIdConnect:Authority={provider.Address}",
                "--SignIn:OpenIdConnect:ClientId=caseflow",
                "--SignIn:OpenIdConnect:ClientSecret=between-us",
                "--SignIn:OpenIdConnect:Title=Our login",
            ],
        };
        await host.InitializeAsync();
        await host.Hire("boss", "admin");
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task Who_comes_for_the_first_time_is_a_user_without_rights_until_an_admin_gives_him_some()
    {
        using var browser = host.Browser();
        Assert.Contains("Our login", await browser.GetStringAsync("/sign-in"));

        await browser.GetAsync("/sign-in/outside?returnUrl=/account");

        var me = await browser.GetAsync("/api/me").Ok();
        Assert.Equal("olga", me.Text("user"));
        Assert.Empty(me.Texts("roles"));
        await browser.GetAsync("/api/cases").Problem(HttpStatusCode.Forbidden, "role-not-allowed");
        using var boss = await host.SignedIn("boss");
        await boss.PutAsJsonAsync("/api/users/olga/roles", new { roles = new[] { "agent" } }).Ok();
        await browser.GetAsync("/api/cases").Ok();

        using var again = host.Browser();
        provider.Who = ("1", "renamed");
        await again.GetAsync("/sign-in/outside");
        Assert.Equal("olga", (await again.GetAsync("/api/me").Ok()).Text("user"));
    }

    [Fact]
    public async Task Nobody_becomes_somebody_who_is_here_already_by_calling_himself_so()
    {
        provider.Who = ("2", "boss");
        using var browser = host.Browser();

        var answer = await browser.GetAsync("/sign-in/outside");

        Assert.Contains("trouble=taken", answer.RequestMessage!.RequestUri!.Query, StringComparison.Ordinal);
        await browser.GetAsync("/api/me").Problem(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Fact]
    public async Task A_token_that_the_provider_did_not_sign_lets_nobody_in()
    {
        provider.IsForged = true;
        using var browser = host.Browser();

        var answer = await browser.GetAsync("/sign-in/outside");

        Assert.Contains("trouble=outside", answer.RequestMessage!.RequestUri!.Query, StringComparison.Ordinal);
        await browser.GetAsync("/api/me").Problem(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Fact]
    public async Task Who_is_deactivated_here_is_let_in_no_longer()
    {
        using var browser = host.Browser();
        await browser.GetAsync("/sign-in/outside");
        using var boss = await host.SignedIn("boss");
        await boss.PutAsJsonAsync("/api/users/olga", new { name = "Olga", active = false }).Ok();

        await browser.GetAsync("/api/me").Problem(HttpStatusCode.Unauthorized, "not-signed-in");
        var answer = await browser.GetAsync("/sign-in/outside");

        Assert.Contains("trouble=deactivated", answer.RequestMessage!.RequestUri!.Query, StringComparison.Ordinal);
    }
}
