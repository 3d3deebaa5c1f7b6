using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CaseFlow.Host.Tests.Queues;

/// <summary>What people see of queues, and who sees it.</summary>
public sealed class QueueViewTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Items_come_by_priority_and_then_by_waiting_page_by_page()
    {
        using var office = await Office.Open(host, "order", ["main:"], ["otherwise: main"]);
        foreach (
            var (title, priority) in new[] { ("a", "low"), ("b", null), ("c", "high"), ("d", "normal"), ("e", "high") }
        )
        {
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            await office.Case(title, priority);
        }

        var found = new List<string>();
        var cursor = "";
        do
        {
            var page = await office.Sue.GetAsync($"/api/queues/main/items?process=order&limit=2&cursor={cursor}").Ok();
            found.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.Text("title")!));
            cursor = page.Text("next");
        } while (cursor is not null);

        Assert.Equal(["c", "e", "b", "d", "a"], found);
    }

    [Fact]
    public async Task Views_show_what_is_available_what_is_worked_on_and_what_is_mine()
    {
        using var office = await Office.Open(host, "views", ["main:"], ["otherwise: main"]);
        await office.Case("free");
        var mine = (await office.Case("mine")).Text("id");
        var others = (await office.Case("others")).Text("id");
        using var bob = host.As("views-bob");
        await office.Sue.PostAsync($"/api/cases/{mine}/pick", null).Ok();
        await bob.PostAsync($"/api/cases/{others}/pick", null).Ok();

        Assert.Equal(["free"], await office.Titles("main", "&view=available"));
        Assert.Equal(["mine", "others"], (await office.Titles("main", "&view=working")).Order());
        Assert.Equal(["mine"], await office.Titles("main", "&mine=true"));
        Assert.Equal(3, (await office.Titles("main")).Length);
    }

    [Fact]
    public async Task Next_takes_the_case_that_comes_first_and_says_why()
    {
        using var office = await Office.Open(host, "next", ["main:"], ["otherwise: main"]);
        await office.Case("usual");
        var urgent = await office.Case("urgent", "high");
        using var bob = host.As("next-bob");
        bob.DefaultRequestHeaders.Add("Idempotency-Key", "next");

        var taken = await bob.PostAsync("/api/queues/main/next?process=next", null).Ok();
        var again = await bob.PostAsync("/api/queues/main/next?process=next", null).Ok();

        Assert.Equal(urgent.Text("id"), taken.GetProperty("case").Text("id"));
        Assert.Equal("next-bob", taken.GetProperty("case").Text("worker"));
        Assert.StartsWith("Its priority is high", taken.Text("why"), StringComparison.Ordinal);
        Assert.Equal(taken.GetRawText(), again.GetRawText());
    }

    [Fact]
    public async Task Next_of_all_my_queues_takes_the_first_of_them_and_leaves_queues_of_others_alone()
    {
        using var office = await Office.Open(
            host,
            "mine",
            ["first: { members: TEAM }", "second: { members: TEAM }", "foreign: { members: user:somebody }"],
            [
                "{ rule: Foreign, when: case.title == 'foreign', queue: foreign }",
                "{ rule: Urgent, when: case.title == 'urgent', queue: second }",
                "otherwise: first",
            ]
        );
        var bob = await office.Person("bob");
        await office.Case("foreign", "high");
        await office.Case("usual");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var urgent = await office.Case("urgent", "high");
        using var asBob = host.As(bob);

        var taken = await asBob.PostAsync("/api/queues/next", null).Ok();
        await asBob.PostAsync("/api/queues/next", null).Ok();
        var none = await asBob.PostAsync("/api/queues/next", null).Ok();

        Assert.Equal(urgent.Text("id"), taken.GetProperty("case").Text("id"));
        Assert.Equal(bob, taken.GetProperty("case").Text("worker"));
        Assert.Equal("second", taken.Text("queue"));
        Assert.Equal(["first", "second"], taken.Texts("queues"));
        Assert.StartsWith(
            "Its priority is high, and no higher one waited in your queues",
            taken.Text("why"),
            StringComparison.Ordinal
        );
        Assert.Equal(
            (JsonValueKind.Null, "Nothing waits in first, second."),
            (none.GetProperty("case").ValueKind, none.Text("why"))
        );
    }

    [Fact]
    public async Task Where_nothing_waits_next_says_so()
    {
        using var office = await Office.Open(host, "none", ["main:"], ["otherwise: main"]);

        var taken = await office.Sue.PostAsync("/api/queues/main/next?process=none", null).Ok();

        Assert.Equal(
            (JsonValueKind.Null, "Nothing waits in Main."),
            (taken.GetProperty("case").ValueKind, taken.Text("why"))
        );
    }

    [Fact]
    public async Task Of_many_who_take_the_next_at_once_each_gets_another_one()
    {
        using var office = await Office.Open(host, "many", ["main:"], ["otherwise: main"]);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => office.Case()));
        var people = Enumerable.Range(0, 20).Select(number => host.As($"many-{number}")).ToList();

        var taken = await Task.WhenAll(
            people.Select(one => one.PostAsync("/api/queues/main/next?process=many", null).Ok())
        );

        Assert.Equal(20, taken.Select(one => one.GetProperty("case").Text("id")).Distinct().Count());
        people.ForEach(one => one.Dispose());
    }

    [Fact]
    [Trait("Feature", "Add a case to a queue")]
    public async Task Two_who_add_the_same_case_to_a_queue_at_once_make_one_item()
    {
        using var office = await Office.Open(host, "once", ["main:", "other:"], ["otherwise: other"]);
        using var bob = host.As("once-bob");
        for (var round = 0; round < 20; round++)
        {
            var id = (await office.Case($"once {round}")).Text("id");

            var answers = await Task.WhenAll(
                office.Sue.PostAsJsonAsync($"/api/cases/{id}/queue", new { queue = "main" }).Ok(),
                bob.PostAsJsonAsync($"/api/cases/{id}/queue", new { queue = "main" }).Ok()
            );

            Assert.All(answers, answer => Assert.Equal("main", answer.Text("queue")));
            Assert.Single(await office.Titles("main"), title => title == $"once {round}");
        }
    }

    [Fact]
    [Trait("Feature", "Add a case to a queue")]
    public async Task A_case_that_is_moved_leaves_its_queue_in_the_same_step()
    {
        using var office = await Office.Open(host, "moved", ["main:", "other:"], ["otherwise: main"]);
        var opened = await office.Case("moved");
        var address = $"/api/cases/{opened.Text("id")}";

        var again = await office.Sue.PostAsJsonAsync($"{address}/queue", new { queue = "main" }).Ok();
        var moved = await office.Sue.PostAsJsonAsync($"{address}/queue", new { queue = "other" }).Ok();

        Assert.Equal((opened.GetProperty("version").GetInt32(), "main"), (Version(again), again.Text("queue")));
        Assert.Equal((Version(again) + 1, "other"), (Version(moved), moved.Text("queue")));
        Assert.Equal(
            [(null, "main"), ("main", "other")],
            (await office.Sue.GetAsync($"{address}/timeline?types=queued").Ok())
                .GetProperty("items")
                .EnumerateArray()
                .Select(entry => entry.GetProperty("event"))
                .Select(queued => (queued.Text("from"), queued.Text("queue")!))
        );
        Assert.Empty(await office.Titles("main"));
        Assert.Equal(["moved"], await office.Titles("other"));

        static int Version(JsonElement of) => of.GetProperty("version").GetInt32();
    }

    [Fact]
    public async Task Counts_agree_with_contents_whatever_is_done()
    {
        using var office = await Office.Open(
            host,
            "counts",
            [
                "main: { members: TEAM, assign: least-loaded, capacity: 3 }",
                "other: { overflow: { to: main, when-waiting-over: 4 } }",
            ],
            ["{ rule: Other, when: case.title.startsWith('other'), queue: other }", "otherwise: main"]
        );
        await office.Person("ann");
        await office.Person("bob");
        var chance = new Random(2026);
        var ids = new List<string>();
        using var cid = host.As("counts-cid", "supervisor");
        for (var step = 0; step < 150; step++)
        {
            if (ids.Count < 10 || chance.Next(5) == 0)
            {
                ids.Add((await office.Case(chance.Next(2) == 0 ? "other one" : "one")).Text("id")!);
                continue;
            }

            var (id, verb) = (ids[chance.Next(ids.Count)], chance.Next(7));
            object body = verb switch
            {
                4 => new { queue = chance.Next(2) == 0 ? "main" : "other" },
                5 => new { user = "counts-ann" },
                6 => new { resolution = "Done" },
                _ => new { },
            };
            string[] verbs = ["pick", "release", "unqueue", "route", "queue", "assign", "resolve"];
            await cid.PostAsJsonAsync($"/api/cases/{id}/{verbs[verb]}", body);
        }

        // What is offered meanwhile moves between waiting and worked on; then it is quiet.
        await host.Until(async () => await Agree("main") && await Agree("other"));

        async Task<bool> Agree(string key)
        {
            var counted = await office.Queue(key);
            var (all, waiting, worked) = (
                await office.Titles(key, "&limit=200"),
                await office.Titles(key, "&view=available&limit=200"),
                await office.Titles(key, "&view=working&limit=200")
            );
            return counted.GetProperty("total").GetInt32() == all.Length
                && counted.GetProperty("waiting").GetInt32() == waiting.Length
                && counted.GetProperty("worked").GetInt32() == worked.Length
                && all.Length == waiting.Length + worked.Length
                && (counted.GetProperty("oldestWaiting").ValueKind == JsonValueKind.Null) == (waiting.Length == 0);
        }
    }

    [Fact]
    public async Task A_private_queue_is_not_there_for_who_is_no_member()
    {
        using var office = await Office.Open(
            host,
            "hidden",
            ["secret: { members: TEAM, visibility: private, assign: round-robin }", "main:"],
            ["{ rule: Secret, when: case.title == 'secret', queue: secret }", "otherwise: main"]
        );
        var ann = await office.Person("ann", presence: "away");
        var id = (await office.Case("secret")).Text("id");
        using var member = host.As(ann);
        using var bob = host.As("hidden-bob");

        Assert.Equal(["main"], await Queues(bob));
        Assert.Equal(["secret", "main"], await Queues(member));
        await bob.GetAsync("/api/queues/secret/items?process=hidden").Problem(HttpStatusCode.NotFound, "not-found");
        await bob.PostAsync("/api/queues/secret/next?process=hidden", null)
            .Problem(HttpStatusCode.NotFound, "not-found");
        Assert.Empty(
            (await bob.GetAsync("/api/cases?queue=secret&process=hidden").Ok()).GetProperty("items").EnumerateArray()
        );
        Assert.Single(
            (await member.GetAsync("/api/cases?queue=secret&process=hidden").Ok()).GetProperty("items").EnumerateArray()
        );

        // Of a case that is his own he is told all but what is the queue's.
        await office.Sue.PostAsJsonAsync($"/api/cases/{id}/assign", new { user = "hidden-bob" }).Ok();
        var whyNot = await bob.GetAsync($"/api/cases/{id}/why-not?queue=secret")
            .Problem(HttpStatusCode.UnprocessableEntity, "unknown-queue");
        Assert.Equal(["main"], whyNot.Texts("allowed"));
        var routing = (await bob.GetAsync($"/api/cases/{id}/routing").Ok()).GetProperty("items")[0];
        Assert.Equal(JsonValueKind.Null, routing.GetProperty("assignment").ValueKind);
        Assert.Empty(routing.GetProperty("rules")[0].GetProperty("when").EnumerateArray());
        await bob.PostAsync($"/api/cases/{id}/pick", null).Problem(HttpStatusCode.Forbidden, "not-a-member");

        // Who joins sees it at once, and who leaves sees it no longer.
        await office.Sue.DeleteAsync($"/api/teams/{office.Team}/members/{ann}");
        Assert.Equal(["main"], await Queues(member));
        await office.Join(ann);
        Assert.Equal(ann, (await member.PostAsync($"/api/cases/{id}/pick", null).Ok()).Text("worker"));

        async Task<string[]> Queues(HttpClient client) =>
            [
                .. (await client.GetAsync("/api/queues?process=hidden").Ok())
                    .GetProperty("items")
                    .EnumerateArray()
                    .Select(queue => queue.Text("key")!),
            ];
    }

    [Theory]
    [InlineData("/api/queues/nowhere/items", HttpStatusCode.NotFound)]
    [InlineData("/api/queues/main/items?process=input&view=some", HttpStatusCode.BadRequest)]
    [InlineData("/api/queues/main/items?process=input&limit=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/queues/main/items?process=input&cursor=bm9wZQ", HttpStatusCode.BadRequest)]
    [InlineData("/api/queues/main/items?process=input&mine=perhaps", HttpStatusCode.BadRequest)]
    [InlineData("/api/cases/nothing/routing", HttpStatusCode.NotFound)]
    [InlineData("/api/cases/nothing/why-not?queue=main", HttpStatusCode.NotFound)]
    [InlineData("/api/cases/nothing/why-not", HttpStatusCode.BadRequest)]
    public async Task Bad_questions_get_a_problem(string path, HttpStatusCode status)
    {
        if (
            !(await host.As("x").GetAsync("/api/processes").Ok())
                .GetRawText()
                .Contains("\"input\"", StringComparison.Ordinal)
        )
        {
            using var office = new Office(host, "input");
            await office.Publish(["main:"], ["otherwise: main"]);
        }

        using var ann = host.As("ann");
        Assert.Equal(status, (await ann.GetAsync(path)).StatusCode);
    }
}
