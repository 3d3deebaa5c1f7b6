using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Tests.Entitlements;
using CaseFlow.Host.Tests.Webhooks;
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

    [Fact]
    public async Task Who_designs_a_process_counts_the_cases_that_he_sees()
    {
        using var office = await Office.Open(host, "counted", Queues, Rules);
        using var bob = host.As("counted-bob", "agent,designer");
        await office.Case("Open affair");
        var secret = (await office.Case("Secret affair")).Text("id");

        Assert.Equal(2, await Counted(office.Sue));
        Assert.Equal(1, await Counted(bob));
        await office.Sue.PostAsJsonAsync($"/api/cases/{secret}/assign", new { user = "counted-bob" }).Ok();
        Assert.Equal(2, await Counted(bob));

        static async Task<int> Counted(HttpClient client)
        {
            var counts = await client.GetAsync("/api/processes/counted/population").Ok();
            var open = counts.GetProperty("statuses").EnumerateArray().Single(one => one.Text("status") == "open");
            Assert.Equal(counts.GetProperty("open").GetInt32(), open.GetProperty("cases").GetInt32());
            return open.GetProperty("cases").GetInt32();
        }
    }

    [Fact]
    public async Task The_ledger_of_an_entitlement_tells_what_was_taken_and_not_by_which_hidden_case()
    {
        using var office = await Office.Open(host, "ledgers", Queues, Rules);
        using var member = host.As(await office.Person("ann"));
        using var bob = host.As("ledgers-bob");
        var customer = await host.Account("Ledgers");
        var entitlement = (await host.Agree(customer)).Text("id");
        var open = await Take("Open affair");
        var secret = await Take("Secret affair");
        string[] ofSecret = [secret.Text("id")!, secret.Text("ticket")!];

        foreach (var client in new[] { office.Sue, member })
        {
            var whole = (await client.GetAsync($"/api/entitlements/{entitlement}/ledger").Ok()).GetRawText();
            Assert.All(ofSecret, one => Assert.Contains(one, whole));
        }

        var told = await bob.GetAsync($"/api/entitlements/{entitlement}/ledger").Ok();
        Assert.All(ofSecret, one => Assert.DoesNotContain(one, told.GetRawText()));
        Assert.Contains(open.Text("ticket")!, told.GetRawText());
        Assert.Equal(8, told.GetProperty("items").EnumerateArray().Last().GetProperty("balance").GetDecimal());

        Task<JsonElement> Take(string title) =>
            host.Case(
                title,
                new
                {
                    process = office.Process,
                    customerId = customer,
                    entitlementId = entitlement,
                }
            );
    }

    [Fact]
    public async Task What_came_to_a_webhook_about_it_is_not_there()
    {
        using var office = await Office.Open(host, "hushed", Queues, Rules);
        using var member = host.As(await office.Person("ann"), "agent,designer");
        using var bob = host.As("hushed-bob", "agent,designer");
        await host.Account("Hush Ltd");
        var deliveries = new Deliveries(host);
        await deliveries.Save(
            "hushed",
            """
            webhook: hushed
            process: hushed
            path: hushed
            verify: none
            delivery: body.id
            key: body.call
            rules:
              - when: body.kind == 'new'
                do: { create: { title: "${body.title}", customer: Hush Ltd, route: true } }
              - when: body.kind == 'run'
                do: { run: nothing-of-the-kind }
              - when: body.kind == 'again'
                do: { queue: main }

            """
        );
        var open = await Send("d-1", "c-1", "new", "Open affair");
        var secret = await Send("d-2", "c-2", "new", "Secret affair");
        Assert.Equal("done", secret.Text("state"));
        var run = await Send("d-3", "c-2", "run");
        Assert.Equal("refused", run.Text("state"));

        foreach (var client in new[] { office.Sue, member })
        {
            Assert.Equal(["d-3", "d-2", "d-1"], await Keys(client));
        }

        Assert.Equal(["d-1"], await Keys(bob));
        await bob.GetAsync($"/api/hooks/deliveries/{open.Text("id")}").Ok();
        foreach (var hidden in new[] { secret, run })
        {
            await bob.GetAsync($"/api/hooks/deliveries/{hidden.Text("id")}")
                .Problem(HttpStatusCode.NotFound, "not-found");
            await bob.PostAsync($"/api/hooks/deliveries/{hidden.Text("id")}/replay", null)
                .Problem(HttpStatusCode.NotFound, "not-found");
        }

        Task<JsonElement> Send(string id, string call, string kind, string title = "") =>
            deliveries.Send(
                Senders.Post(
                    "/hooks/hushed",
                    JsonSerializer.Serialize(
                        new
                        {
                            id,
                            call,
                            kind,
                            title,
                        }
                    )
                )
            );

        static async Task<string[]> Keys(HttpClient client) =>
            [
                .. (await client.GetAsync("/api/hooks/hushed/deliveries").Ok())
                    .GetProperty("items")
                    .EnumerateArray()
                    .Select(one => one.Text("key")!),
            ];
    }

    [Theory]
    [InlineData("agent")]
    [InlineData("agent,designer")]
    [InlineData("agent,supervisor")]
    [InlineData("automation")]
    public async Task What_webhooks_send_of_every_case_only_admins_read(string roles)
    {
        using var somebody = host.As("somebody", roles);

        foreach (
            var path in new[]
            {
                "/api/deliveries",
                "/api/deliveries/1",
                "/api/deliveries?status=dead",
                "/api/subscriptions",
            }
        )
        {
            await somebody.GetAsync(path).Problem(HttpStatusCode.Forbidden, "role-not-allowed");
        }

        foreach (var path in new[] { "/api/deliveries/1/replay", "/api/deliveries/replay" })
        {
            await somebody
                .PostAsJsonAsync(path, new { filter = new { } })
                .Problem(HttpStatusCode.Forbidden, "role-not-allowed");
        }
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
