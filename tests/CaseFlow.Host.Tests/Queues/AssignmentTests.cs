using System.Net;
using System.Net.Http.Json;
using CaseFlow.Engine.Staffing;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.Queues;

/// <summary>To whom queues give their cases, over HTTP.</summary>
public sealed class AssignmentTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Round_robin_is_fair_within_one_case_though_all_come_at_once()
    {
        using var office = await Office.Open(
            host,
            "fair",
            ["main: { members: TEAM, assign: round-robin }"],
            ["otherwise: main"]
        );
        string[] people = [await office.Person("ann"), await office.Person("bob"), await office.Person("cid")];
        await office.Case();

        var made = await Task.WhenAll(Enumerable.Range(0, 99).Select(_ => office.Case()));

        var given = made.CountBy(one => one.Text("worker")!, StringComparer.Ordinal).ToDictionary();
        Assert.Equal(people, given.Keys.Order(StringComparer.Ordinal));
        Assert.All(given, one => Assert.Equal(33, one.Value));
    }

    [Fact]
    public async Task Least_loaded_gives_nobody_more_than_the_capacity_though_a_hundred_come_at_once()
    {
        using var office = await Office.Open(
            host,
            "loaded",
            ["main: { members: TEAM, assign: least-loaded, capacity: 8 }"],
            ["otherwise: main"]
        );
        await office.Person("ann");
        await office.Person("bob", capacity: 3);
        await office.Case();

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => office.Case()));

        var queue = await office.Queue("main");
        Assert.Equal(
            (11, 90, 101),
            (
                queue.GetProperty("worked").GetInt32(),
                queue.GetProperty("waiting").GetInt32(),
                queue.GetProperty("total").GetInt32()
            )
        );
        Assert.Equal(8, await Working(office, "loaded-ann"));
        Assert.Equal(3, await Working(office, "loaded-bob"));
    }

    [Fact]
    public async Task Two_queues_that_share_people_keep_to_their_limit_together()
    {
        using var office = await Office.Open(
            host,
            "shared",
            [
                "left: { members: TEAM, assign: least-loaded, capacity: 5 }",
                "right: { members: TEAM, assign: round-robin, capacity: 5 }",
            ],
            ["{ rule: Left, when: case.title == 'left', queue: left }", "otherwise: right"]
        );
        await office.Person("ann");
        await office.Person("bob");
        await office.Case();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => office.Case(number % 2 == 0 ? "left" : "right")));

        Assert.Equal(10, await Working(office, "shared-ann") + await Working(office, "shared-bob"));
        Assert.Equal(5, await Working(office, "shared-ann"));
    }

    [Fact]
    public async Task What_nobody_can_take_waits_and_is_given_in_order_as_soon_as_somebody_is_free()
    {
        using var office = await Office.Open(
            host,
            "waits",
            ["main: { members: TEAM, assign: round-robin, capacity: 1 }"],
            ["otherwise: main"]
        );
        var first = (await office.Case("first")).Text("id")!;
        host.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var later = (await office.Case("later")).Text("id")!;
        var urgent = (await office.Case("urgent", "high")).Text("id")!;
        Assert.Equal(["urgent", "first", "later"], await office.Titles("main"));

        var ann = await office.Person("ann", presence: "away");
        await office.Presence(ann, "available");
        Assert.Equal(ann, await office.WorkerOf(urgent));

        using var worker = host.As(ann);
        await worker.PostAsync($"/api/cases/{urgent}/unqueue", null).Ok();
        Assert.Equal(ann, await office.WorkerOf(first));
        await worker.PostAsJsonAsync($"/api/cases/{first}/resolve", new { resolution = "Done" }).Ok();
        Assert.Equal(ann, await office.WorkerOf(later));
    }

    [Theory]
    [InlineData("presence")]
    [InlineData("membership")]
    [InlineData("capacity")]
    [InlineData("skills")]
    [InlineData("release")]
    [InlineData("assign")]
    public async Task Whatever_makes_somebody_free_brings_him_the_waiting_case(string cause)
    {
        using var office = await Office.Open(
            host,
            $"free-{cause}",
            ["main: { members: TEAM, assign: least-loaded, skills: french }", "other: { members: TEAM }"],
            ["otherwise: main"]
        );
        var ann = await office.Person(
            "ann",
            capacity: cause is "capacity" ? 0 : 1,
            presence: cause is "presence" ? "busy" : "available",
            skills: cause is "skills" ? [] : ["french"]
        );
        if (cause is "membership")
        {
            await office.Sue.DeleteAsync($"/api/teams/{office.Team}/members/{ann}");
        }

        using var worker = host.As(ann);
        var held = (await office.Case("held")).Text("id")!;
        var waiting = cause is "release" or "assign" ? (await office.Case("waiting")).Text("id")! : held;
        Assert.Null((await office.Read(waiting)).Text("worker"));
        switch (cause)
        {
            case "presence":
                await worker.PutAsJsonAsync($"/api/users/{ann}/presence", new { presence = "available" }).Ok();
                break;
            case "membership":
                await office.Join(ann);
                break;
            case "capacity" or "skills":
                await office
                    .Sue.PutAsJsonAsync(
                        $"/api/users/{ann}",
                        new
                        {
                            name = "Ann",
                            capacity = 1,
                            skills = new[] { "french" },
                        }
                    )
                    .Ok();
                break;
            case "release":
                await worker.PostAsJsonAsync($"/api/cases/{held}/queue", new { queue = "other" }).Ok();
                break;
            default:
                await worker.PostAsJsonAsync($"/api/cases/{held}/unqueue", new { }).Ok();
                break;
        }

        Assert.Equal(ann, await office.WorkerOf(waiting));
    }

    [Fact]
    public async Task What_another_host_did_is_seen_within_a_second()
    {
        using var office = await Office.Open(
            host,
            "another",
            ["main: { members: TEAM, assign: round-robin }"],
            ["otherwise: main"]
        );
        var ann = await office.Person("ann", presence: "offline");
        var id = (await office.Case()).Text("id")!;

        var databases = host.Services.GetRequiredService<IDbContextFactory<CaseFlowDb>>();
        await using var db = await databases.CreateDbContextAsync(TestContext.Current.CancellationToken);
        var row = await db.Users.SingleAsync(user => user.Key == ann, TestContext.Current.CancellationToken);
        row.Presence = Presence.Available;
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(ann, await office.WorkerOf(id));
    }

    [Fact]
    public async Task Who_picks_for_himself_may_go_beyond_his_capacity()
    {
        using var office = await Office.Open(
            host,
            "beyond",
            ["main: { members: TEAM, assign: least-loaded, capacity: 1 }"],
            ["otherwise: main"]
        );
        var ann = await office.Person("ann");
        await office.Case();
        var second = (await office.Case()).Text("id")!;

        using var worker = host.As(ann);
        Assert.Equal(ann, (await worker.PostAsync($"/api/cases/{second}/pick", null).Ok()).Text("worker"));
    }

    [Fact]
    public async Task A_queue_that_is_too_long_gives_on_and_what_waits_too_long_goes_on()
    {
        using var office = await Office.Open(
            host,
            "overflow",
            [
                "short: { overflow: { to: rest, when-waiting-over: 2 } }",
                "slow: { overflow: { to: rest, longer-than: 30m } }",
                "rest:",
            ],
            ["{ rule: Slow, when: case.title == 'slow', queue: slow }", "otherwise: short"]
        );
        await office.Case("1");
        await office.Case("2");
        var third = (await office.Case("3")).Text("id")!;
        var slow = (await office.Case("slow")).Text("id")!;
        Assert.Equal("rest", (await office.Read(third)).Text("queue"));

        host.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal("slow", (await office.Read(slow)).Text("queue"));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.Until(async () => (await office.Read(slow)).Text("queue") == "rest");

        var why = (await office.Sue.GetAsync($"/api/cases/{third}/routing").Ok()).GetProperty("items")[0];
        Assert.Equal("short", why.GetProperty("passed")[0].Text("queue"));
        Assert.Equal(
            "overflow",
            (await office.Sue.GetAsync($"/api/cases/{slow}/routing").Ok()).GetProperty("items")[0].Text("kind")
        );
    }

    [Fact]
    [Trait("Feature", "Reassign to user or team")]
    public async Task Nothing_is_assigned_to_who_is_deactivated()
    {
        using var office = await Office.Open(
            host,
            "inactive",
            ["main: { members: TEAM, assign: round-robin }"],
            ["otherwise: main"]
        );
        var ann = await office.Person("ann");
        await office.Sue.PutAsJsonAsync($"/api/users/{ann}", new { name = "Ann", active = false }).Ok();

        var made = await office.Case();

        Assert.Null(made.Text("worker"));
        await office
            .Sue.PostAsJsonAsync($"/api/cases/{made.Text("id")}/assign", new { user = ann })
            .Problem(HttpStatusCode.UnprocessableEntity, "user-inactive");
        await office
            .Sue.PostAsJsonAsync($"/api/cases/{made.Text("id")}/queue", new { queue = "main", worker = ann })
            .Problem(HttpStatusCode.UnprocessableEntity, "user-inactive");
        var given = await office
            .Sue.PostAsJsonAsync($"/api/cases/{made.Text("id")}/queue", new { queue = "main", worker = "somebody" })
            .Ok();
        Assert.Equal("somebody", given.Text("worker"));
    }

    [Fact]
    [Trait("Feature", "Reassign to user or team")]
    public async Task A_case_is_given_to_a_user_or_a_team_with_a_note_where_the_process_demands_one()
    {
        const string source = """
            process: handover
            title: Handover
            statuses: { active: { open: { initial: true } }, resolved: { done: } }
            transitions: any
            policies: { assign-note: required }
            """;
        using var sue = host.As("sue", "supervisor,designer");
        await sue.PostAsJsonAsync("/api/processes/publish", new { source }).Ok();
        var free = (await host.Case()).Text("id");
        var strict = (await host.Case(with: new { process = "handover" })).Text("id");

        var user = await sue.PostAsJsonAsync($"/api/cases/{free}/assign", new { user = "bob" }).Ok();
        var team = await sue.PostAsJsonAsync($"/api/cases/{free}/assign", new { team = "ops" }).Ok();
        await sue.PostAsJsonAsync($"/api/cases/{strict}/assign", new { user = "bob" })
            .Problem(HttpStatusCode.UnprocessableEntity, "note-required");
        await sue.PostAsJsonAsync($"/api/cases/{strict}/assign", new { user = "bob", note = "Calls at noon" }).Ok();

        Assert.Equal(("bob", null), (user.Text("owner"), user.Text("team")));
        Assert.Equal((null, "ops"), (team.Text("owner"), team.Text("team")));
        var assigned = (await sue.GetAsync($"/api/cases/{strict}/timeline?types=assigned").Ok()).GetProperty("items");
        Assert.Equal("Calls at noon", Assert.Single(assigned.EnumerateArray()).GetProperty("event").Text("note"));
    }

    private static async Task<int> Working(Office office, string user)
    {
        var mine = await office.Sue.GetAsync($"/api/cases?worker={user}&limit=200").Ok();
        return mine.GetProperty("items").GetArrayLength();
    }
}
