using System.Net;
using System.Net.Http.Json;

namespace CaseFlow.Host.Tests.Durability;

/// <summary>The same host on PostgreSQL: what it says over HTTP does not depend on where cases are kept.</summary>
public sealed class PostgreSqlHostTests : IAsyncLifetime
{
    private RunningHost host = null!;

    public async ValueTask InitializeAsync()
    {
        Postgres.SkipWhereItIsNot();

        host = new RunningHost
        {
            Storage =
            [
                "--Storage:Provider=PostgreSql",
                $"--Storage:ConnectionString={await TemporaryPostgres.NewDatabase()}",
            ],
        };
        await host.InitializeAsync();
    }

    public ValueTask DisposeAsync() => host is null ? ValueTask.CompletedTask : host.DisposeAsync();

    [Fact]
    public async Task A_case_lives_and_outlives_a_restart()
    {
        var id = (await host.Case("Ça brûle « ici »", new { priority = "high" })).Text("id");
        using (var ann = host.As("ann"))
        {
            await ann.PostAsync($"/api/cases/{id}/pick", null).Ok();
            await ann.PostAsJsonAsync($"/api/cases/{id}/status", new { to = "on-hold" }).Ok();
        }

        await host.Restart();

        using var bob = host.As("bob");
        var read = await bob.GetAsync($"/api/cases/{id}").Ok();
        Assert.Equal(
            ("on-hold", "ann", "Ça brûle « ici »"),
            (read.Text("status"), read.Text("worker"), read.Text("title"))
        );
        await bob.PostAsync($"/api/cases/{id}/pick", null).Problem(HttpStatusCode.Conflict, "already-picked");
        Assert.Single(
            (await bob.GetAsync("/api/cases?q=br%C3%BBle&state=active").Ok()).GetProperty("items").EnumerateArray()
        );
        Assert.Single((await bob.GetAsync("/api/customers?q=con").Ok()).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Nobody_is_given_more_than_he_can_take_and_what_waits_follows()
    {
        using var office = await Queues.Office.Open(
            host,
            "office",
            ["main: { members: TEAM, assign: least-loaded, capacity: 4 }"],
            ["otherwise: main"]
        );
        await office.Person("ann");
        await office.Person("bob");
        await office.Case();

        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => office.Case()));

        var queue = await office.Queue("main");
        Assert.Equal((8, 23), (queue.GetProperty("worked").GetInt32(), queue.GetProperty("waiting").GetInt32()));
        var next = (await office.Sue.GetAsync("/api/queues/main/items?view=available&limit=1").Ok()).GetProperty(
            "items"
        )[0];
        await office.Person("cid");
        Assert.Equal("office-cid", await office.WorkerOf(next.Text("caseId")!));
        var found = await office.Sue.GetAsync("/api/users?q=offi").Ok();
        Assert.Equal(3, found.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Twenty_creations_at_once_with_one_key_make_one_case()
    {
        var customer = await host.Account();
        using var ann = host.As("ann");
        ann.DefaultRequestHeaders.Add("Idempotency-Key", "once");

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(_ =>
                    ann.PostAsJsonAsync(
                        "/api/cases",
                        new
                        {
                            process = "support-case",
                            title = "Once",
                            customerId = customer,
                        }
                    )
                )
        );

        var bodies = await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync()));
        Assert.Single(bodies.Distinct(StringComparer.Ordinal));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
    }
}
