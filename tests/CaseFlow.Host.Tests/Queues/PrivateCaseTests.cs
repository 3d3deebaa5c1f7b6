using System.Net;
using System.Net.Http.Json;
using CaseFlow.Engine.Cases;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.Queues;

/// <summary>A case in a private queue, looked for through every door by who may see it and who may not.</summary>
public sealed class PrivateCaseTests(RunningHost host) : IClassFixture<RunningHost>
{
    private static readonly string[] Queues = ["secret: { members: TEAM, visibility: private }", "main:"];
    private static readonly string[] Rules =
    [
        "{ rule: Secret, when: case.title.startsWith('Secret'), queue: secret }",
        "otherwise: main",
    ];

    [Fact]
    public async Task Every_address_of_a_case_answers_as_if_there_were_none()
    {
        using var office = await Office.Open(host, "doors", Queues, Rules);
        var id = (await office.Case("Secret affair")).Text("id")!;
        using var bob = host.As("doors-bob");

        var doors = host
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(door => door.RoutePattern.RawText?.StartsWith("/api/cases/{id}", StringComparison.Ordinal) == true)
            .Where(door => door.Metadata.GetRequiredMetadata<Right>().Roles.HasFlag(Role.Agent))
            .ToList();

        Assert.InRange(doors.Count, 25, 200);
        foreach (var door in doors)
        {
            var method = door.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Single();
            var path = door
                .RoutePattern.RawText!.Replace("{id}", id, StringComparison.Ordinal)
                .Replace("{child:guid}", Guid.NewGuid().ToString(), StringComparison.Ordinal);
            using var request = new HttpRequestMessage(new HttpMethod(method), $"{path}?queue=main");
            request.Content = method == "GET" ? null : JsonContent.Create(new { });
            await bob.SendAsync(request).Problem(HttpStatusCode.NotFound, "no-such-case");
        }
    }

    [Fact]
    public async Task Lists_searches_views_and_cards_leave_it_out()
    {
        using var office = await Office.Open(host, "lists", Queues, Rules);
        using var member = host.As(await office.Person("ann"));
        using var bob = host.As("lists-bob");
        var other = await office.Case("Open zanzibar affair");
        var secret = await office.Case("Secret zanzibar affair");
        var customer = secret.Text("customerId");
        await member
            .PostAsJsonAsync($"/api/cases/{secret.Text("id")}/activities", new { kind = "task", subject = "Hush" })
            .Ok();

        string[] lists =
        [
            "/api/cases?process=lists",
            "/api/cases?process=lists&sort=-modified",
            $"/api/cases?customer={customer}",
            "/api/cases?process=lists&queue=secret",
            "/api/cases?q=zanzibar",
            $"/api/cases?q={secret.Text("ticket")}",
            "/api/views/all-active/cases",
            "/api/views/queue:secret/cases",
            $"/api/cases/{other.Text("id")}/similar?state=any",
            $"/api/cases/{other.Text("id")}/similar?state=any&q=zanzibar",
            $"/api/customers/{customer}/card",
        ];
        foreach (var list in lists)
        {
            Assert.Contains("Secret zanzibar affair", (await member.GetAsync(list).Ok()).GetRawText());
            Assert.Contains("Secret zanzibar affair", (await office.Sue.GetAsync(list).Ok()).GetRawText());
            Assert.DoesNotContain(secret.Text("id")!, (await bob.GetAsync(list).Ok()).GetRawText());
        }

        Assert.DoesNotContain("Hush", (await bob.GetAsync($"/api/customers/{customer}/card").Ok()).GetRawText());
        var again = new
        {
            process = "lists",
            customerId = customer,
            title = "Secret zanzibar affair",
        };
        Assert.Contains(
            secret.Text("id")!,
            (await member.PostAsJsonAsync("/api/cases/duplicates", again).Ok()).GetRawText()
        );
        Assert.DoesNotContain(
            secret.Text("id")!,
            (await bob.PostAsJsonAsync("/api/cases/duplicates", again).Ok()).GetRawText()
        );
    }

    [Fact]
    public async Task Commands_that_name_it_find_nothing_there()
    {
        using var office = await Office.Open(host, "named", Queues, Rules);
        using var member = host.As(await office.Person("ann"));
        using var bob = host.As("named-bob");
        var own = (await office.Case("Open affair")).Text("id");
        var secret = (await office.Case("Secret affair")).Text("id")!;
        var task = await member
            .PostAsJsonAsync($"/api/cases/{secret}/activities", new { kind = "task", subject = "Hush" })
            .Ok();
        var activity = task.GetProperty("openActivities")[0].Text("id");

        await bob.PostAsJsonAsync($"/api/activities/{activity}/complete", new { })
            .Problem(HttpStatusCode.NotFound, "no-such-activity");
        foreach (
            var (path, bodyWith) in new (string, Func<string, object>)[]
            {
                ($"/api/cases/{own}/merge", id => new { cases = new[] { id } }),
                ($"/api/cases/{own}/children", id => new { cases = new[] { id } }),
                ($"/api/cases/{own}/similar", id => new { caseId = id }),
                (
                    "/api/cases",
                    id => new
                    {
                        process = "named",
                        title = "Child",
                        parentId = id,
                    }
                ),
            }
        )
        {
            Assert.Equal(
                await Refusal(bob, path, bodyWith, Guid.NewGuid().ToString()),
                await Refusal(bob, path, bodyWith, secret)
            );
        }

        var job = await Bulk(bob, new { ids = new[] { secret }, command = new { name = "assign", user = "bob" } });
        var results = (await bob.GetAsync($"/api/bulk/{job}/results").Ok()).GetProperty("items");
        Assert.Equal("no-such-case", Assert.Single(results.EnumerateArray()).Text("code"));
        var all = await bob.PostAsJsonAsync(
                "/api/bulk",
                new { filter = new { process = "named" }, command = new { name = "assign", user = "bob" } }
            )
            .Ok();
        Assert.Equal(1, all.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Links_and_workflows_do_not_say_that_it_is_there()
    {
        using var office = await Office.Open(host, "linked", Queues, Rules);
        using var bob = host.As("linked-bob", "agent,designer");
        using var robot = host.As("robot", "automation");
        var open = (await office.Case("Open affair")).Text("id")!;
        var secret = (await office.Case("Secret affair")).Text("id")!;
        await office.Sue.PostAsJsonAsync($"/api/cases/{open}/similar", new { caseId = secret }).Ok();
        await office.Sue.PostAsJsonAsync($"/api/cases/{open}/children", new { cases = new[] { secret } }).Ok();
        var instance = await robot
            .PostAsJsonAsync("/api/workflows/csat-survey/run", new { correlationId = secret })
            .Ok();

        string[] places =
        [
            $"/api/cases/{open}",
            $"/api/cases/{open}/timeline",
            "/api/workflows/csat-survey/instances",
            $"/api/workflows/csat-survey/instances?correlationId={secret}",
        ];
        foreach (var place in places)
        {
            Assert.Contains(secret, (await office.Sue.GetAsync(place).Ok()).GetRawText());
            Assert.DoesNotContain(secret, (await bob.GetAsync(place).Ok()).GetRawText());
        }

        var id = instance.Text("id");
        await bob.GetAsync($"/api/workflows/instances/{id}").Problem(HttpStatusCode.NotFound, "not-found");
        await bob.PostAsync($"/api/workflows/instances/{id}/cancel", null)
            .Problem(HttpStatusCode.NotFound, "not-found");
        await office.Sue.GetAsync($"/api/workflows/instances/{id}").Ok();
        var edited = await bob.PatchAsJsonAsync($"/api/cases/{open}", new { title = "Open affair still" }).Ok();
        Assert.DoesNotContain(secret, edited.GetRawText());
        Assert.Equal(open, edited.Text("id"));
    }

    [Fact]
    public async Task Who_owns_it_sees_it_and_who_sent_it_away_gets_his_answer_again()
    {
        using var office = await Office.Open(host, "owner", Queues, Rules);
        using var bob = host.As("owner-bob");
        var secret = (await office.Case("Secret affair")).Text("id");
        await office.Sue.PostAsJsonAsync($"/api/cases/{secret}/assign", new { user = "owner-bob" }).Ok();
        Assert.Equal("secret", (await bob.GetAsync($"/api/cases/{secret}").Ok()).Text("queue"));

        var sent = (await office.Case("Open affair")).Text("id");
        bob.DefaultRequestHeaders.Add("Idempotency-Key", "away");
        var first = await bob.PostAsJsonAsync($"/api/cases/{sent}/queue", new { queue = "secret" }).Ok();
        var second = await bob.PostAsJsonAsync($"/api/cases/{sent}/queue", new { queue = "secret" }).Ok();

        Assert.Equal(first.GetRawText(), second.GetRawText());
        await bob.GetAsync($"/api/cases/{sent}").Problem(HttpStatusCode.NotFound, "no-such-case");
    }

    [Fact]
    public async Task A_private_queue_that_the_newest_version_dropped_stays_private()
    {
        using var office = await Office.Open(host, "dropped", Queues, Rules);
        using var bob = host.As("dropped-bob");
        var secret = (await office.Case("Secret affair")).Text("id");

        await office.Publish(["main:"], ["otherwise: main"]);

        await bob.GetAsync($"/api/cases/{secret}").Problem(HttpStatusCode.NotFound, "no-such-case");
        Assert.Equal("secret", (await office.Read(secret!)).Text("queue"));
    }

    /// <summary>The refusal of a command that names this case, with the name left out.</summary>
    private static async Task<string> Refusal(HttpClient client, string path, Func<string, object> body, string id)
    {
        var answer = await client.PostAsJsonAsync(path, body(id));
        Assert.False(answer.IsSuccessStatusCode);
        return (await answer.Content.ReadAsStringAsync()).Replace(id, "ID", StringComparison.Ordinal);
    }

    private static async Task<string> Bulk(HttpClient client, object job)
    {
        var id = (await client.PostAsJsonAsync("/api/bulk", job).Ok()).Text("id")!;
        while ((await client.GetAsync($"/api/bulk/{id}").Ok()).Text("state") is not "done")
        {
            await Task.Delay(10);
        }

        return id;
    }
}
