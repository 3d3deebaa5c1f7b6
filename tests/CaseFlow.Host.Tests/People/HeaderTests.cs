using System.Net;

namespace CaseFlow.Host.Tests.People;

public sealed class HeaderTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Who_does_not_say_who_asks_gets_nothing()
    {
        using var nobody = host.Anonymous();

        var problem = await nobody.GetAsync("/api/cases").Problem(HttpStatusCode.Unauthorized, "not-signed-in");

        Assert.Contains("X-CaseFlow-User", problem.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_role_is_named()
    {
        using var ann = host.As("ann", "agent,king");

        var problem = await ann.GetAsync("/api/cases").Problem(HttpStatusCode.Unauthorized, "not-signed-in");

        Assert.Contains("'king'", problem.Text("detail"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("designer", HttpStatusCode.Forbidden)]
    [InlineData("agent", HttpStatusCode.OK)]
    [InlineData("supervisor", HttpStatusCode.OK)]
    [InlineData("admin", HttpStatusCode.OK)]
    [InlineData("automation", HttpStatusCode.OK)]
    public async Task Roles_decide_who_may_work_on_cases(string role, HttpStatusCode status)
    {
        using var client = host.As("ann", role);
        var id = (await host.Case()).Text("id");

        Assert.Equal(status, (await client.PostAsync($"/api/cases/{id}/pick", null)).StatusCode);
    }

    [Fact]
    public async Task Health_and_documents_need_nobody()
    {
        using var nobody = host.Anonymous();

        foreach (
            var path in new[]
            {
                "/",
                "/health/live",
                "/health/ready",
                "/openapi/v1.json",
                "/docs",
                "/schemas/process.json",
            }
        )
        {
            Assert.Equal(HttpStatusCode.OK, (await nobody.GetAsync(path)).StatusCode);
        }
    }
}
