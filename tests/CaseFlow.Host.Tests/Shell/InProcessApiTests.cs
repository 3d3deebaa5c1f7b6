using System.Security.Claims;
using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell.InProcess;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.Shell;

/// <summary>A page asks the same API as a program, under the same rules.</summary>
public sealed class InProcessApiTests(RunningHost host) : IClassFixture<RunningHost>
{
    private static readonly ClaimsPrincipal Ann = PeopleSetup.PrincipalOf(new Actor("ann", Role.Agent));

    [Fact]
    public async Task What_a_page_makes_a_program_reads()
    {
        var made = await Send(Ann, HttpMethod.Post, "/api/customers", new { kind = "account", name = "Northwind" });

        Assert.Equal(201, made.Status);
        using var ann = host.As("ann");
        var id = JsonDocument.Parse(made.Body).RootElement.GetProperty("id").GetGuid();
        Assert.Equal(
            "Northwind",
            (await ann.GetAsync($"/api/customers/{id}/card").Ok()).GetProperty("customer").Text("name")
        );
    }

    [Fact]
    public async Task A_query_reaches_its_endpoint()
    {
        await host.Account("Südwind");

        var found = await Send(Ann, HttpMethod.Get, "/api/customers?q=S%C3%BCdw");

        Assert.Contains("Südwind", System.Text.Encoding.UTF8.GetString(found.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_refused_what_a_program_is_refused()
    {
        var refused = await Send(Ann, HttpMethod.Post, "/api/cases", new { process = "support-case", title = "" });

        Assert.Equal(400, refused.Status);
        Assert.NotEmpty(JsonDocument.Parse(refused.Body).RootElement.Text("code")!);
    }

    [Fact]
    public async Task Nobody_is_nobody_here_too()
    {
        Assert.Equal(401, (await Send(new ClaimsPrincipal(new ClaimsIdentity()), HttpMethod.Get, "/api/cases")).Status);
    }

    private Task<InProcessAnswer> Send(ClaimsPrincipal who, HttpMethod method, string path, object? body = null) =>
        host
            .Services.GetRequiredService<InProcessApi>()
            .Send(
                who,
                method,
                path,
                body is null ? null : JsonSerializer.SerializeToUtf8Bytes(body),
                [],
                CancellationToken.None
            );
}
