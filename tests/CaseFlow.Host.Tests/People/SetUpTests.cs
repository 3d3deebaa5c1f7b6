using System.Net;
using System.Net.Http.Json;
using CaseFlow.Host.People.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.People;

/// <summary>The first administrator of a host whose store is empty.</summary>
public sealed class SetUpTests : IAsyncLifetime
{
    private readonly RunningHost host = new();

    private static object Root(string? token = null, string user = "root") =>
        new
        {
            user,
            name = "Root",
            password = Staff.Password,
            token,
        };

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task The_first_administrator_is_made_on_this_machine_and_no_second_one()
    {
        using var browser = host.Browser();
        await browser.PostAsJsonAsync("/api/setup", Root()).Done();

        var me = await browser.GetAsync("/api/me").Ok();
        Assert.Equal(("root", "Cookies"), (me.Text("user"), me.Text("by")));
        Assert.Equal("admin", Assert.Single(me.GetProperty("roles").EnumerateArray()).GetString());
        await browser.PostAsJsonAsync("/api/setup", Root(user: "second")).Problem(HttpStatusCode.NotFound, "not-found");
        await host.Restart();
        using var later = host.Browser();
        await later.PostAsJsonAsync("/api/setup", Root(user: "third")).Problem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task From_another_machine_it_takes_the_token_of_the_log()
    {
        var token = host.Services.GetRequiredService<FirstAdministrator>().Token;
        using var elsewhere = host.Browser("192.0.2.7");

        await elsewhere.PostAsJsonAsync("/api/setup", Root()).Problem(HttpStatusCode.Forbidden, "setup-elsewhere");
        await elsewhere
            .PostAsJsonAsync("/api/setup", Root(token[1..] + "0"))
            .Problem(HttpStatusCode.Forbidden, "setup-elsewhere");
        await elsewhere.PostAsJsonAsync("/api/setup", Root(token)).Done();
    }

    [Fact]
    public async Task Of_many_who_want_to_be_the_first_one_is()
    {
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(async number =>
                {
                    using var browser = host.Browser();
                    return (await browser.PostAsJsonAsync("/api/setup", Root(user: $"root-{number}"))).StatusCode;
                })
        );

        Assert.Single(answers, HttpStatusCode.NoContent);
        Assert.Equal(7, answers.Count(answer => answer == HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task What_is_wrong_is_said_all_at_once()
    {
        using var browser = host.Browser();

        var problem = await browser
            .PostAsJsonAsync("/api/setup", new { user = "a b", password = "short" })
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");

        Assert.Equal(
            ["key", "name", "password"],
            problem.GetProperty("errors").EnumerateArray().Select(error => error.Text("field")!)
        );
    }
}
