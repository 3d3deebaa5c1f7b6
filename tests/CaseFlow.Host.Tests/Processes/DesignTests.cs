using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CaseFlow.Host.Tests.Processes;

/// <summary>What an admin is told before he publishes: what is different, whom it touches, what it would have done.</summary>
public sealed class DesignTests : IAsyncLifetime
{
    private readonly RunningHost host = new();
    private HttpClient dora = null!;
    private string live = "";

    public async ValueTask InitializeAsync()
    {
        await host.InitializeAsync();
        dora = host.As("dora", "designer,agent");
        live = (await dora.GetAsync("/api/processes/support-case").Ok()).Text("source")!;
    }

    public ValueTask DisposeAsync()
    {
        dora.Dispose();
        return host.DisposeAsync();
    }

    [Fact]
    public async Task A_draft_is_compared_with_the_version_that_runs()
    {
        var answer = await Ask("diff", new { source = Gold("'gold', 'platinum', 'silver'") });

        var only = Assert.Single(answer.GetProperty("differences").EnumerateArray());
        Assert.Equal("routing", only.Text("group"));
        Assert.Equal("Rule 'Gold customers' now also takes cases where customer.tier is 'silver'.", only.Text("text"));
        Assert.Equal(1, answer.GetProperty("from").GetInt32());
        Assert.True(only.GetProperty("new").GetProperty("line").GetInt32() > 1);
    }

    [Fact]
    public async Task Two_versions_and_two_texts_are_compared_too()
    {
        await Publish(live.Replace("title: { en: On hold", "title: { en: Paused", StringComparison.Ordinal));

        var numbers = await Ask(
            "diff",
            new
            {
                process = "support-case",
                from = 2,
                to = 1,
            }
        );
        var texts = await Ask("diff", new { before = live, source = live });
        using var yaml = new StringContent(live);
        var bare = await dora.PostAsync("/api/processes/diff", yaml).Ok();

        Assert.Equal("Status 'Paused' is renamed to 'On hold'.", numbers.GetProperty("differences")[0].Text("text"));
        Assert.Empty(texts.GetProperty("differences").EnumerateArray());
        Assert.Single(bare.GetProperty("differences").EnumerateArray());
        await dora.PostAsJsonAsync("/api/processes/diff", new { process = "support-case", to = 9 })
            .Problem(HttpStatusCode.NotFound, "not-found");
        await dora.PostAsJsonAsync("/api/processes/diff", new { source = "process: x" })
            .Problem(HttpStatusCode.UnprocessableEntity, "definition-broken");
        await dora.PostAsJsonAsync("/api/processes/diff", new { }).Problem(HttpStatusCode.BadRequest, "fields-invalid");
    }

    [Fact]
    public async Task The_impact_tells_what_needs_a_mapping_and_the_mapping_can_come_along()
    {
        var id = (await host.Case()).Text("id");
        await dora.PostAsJsonAsync($"/api/cases/{id}/status", new { to = "on-hold" }).Ok();
        var draft = live.Replace("on-hold", "paused", StringComparison.Ordinal);

        var without = (await Ask("impact", new { source = draft })).GetProperty("impact");
        var mapping = new { statuses = new Dictionary<string, string> { ["on-hold"] = "paused" } };
        var with = (await Ask("impact", new { source = draft, migrate = mapping })).GetProperty("impact");

        Assert.Equal((0, 1), (Number(without, "follow"), Number(without, "stay")));
        var wanted = Assert.Single(without.GetProperty("needsMapping").EnumerateArray());
        Assert.Equal(("status", "on-hold", 1), (wanted.Text("kind"), wanted.Text("name"), Number(wanted, "cases")));
        Assert.Equal((1, 0), (Number(with, "carriedOver"), Number(with, "stay")));

        await dora.PostAsJsonAsync("/api/processes/publish", new { source = draft, migrate = mapping }).Ok();
        await host.Until(async () => (await dora.GetAsync($"/api/cases/{id}").Ok()).Text("status") == "paused");
    }

    [Fact]
    public async Task The_impact_tells_which_open_cases_would_be_routed_elsewhere_and_whose_clocks_change()
    {
        var silver = await host.Account("Silver", "silver");
        var first = await host.Case("First", new { customerId = silver });
        await host.Case("Second", new { customerId = silver });
        await host.Case("Third");

        var impact = (
            await Ask(
                "impact",
                new
                {
                    source = Gold("'gold', 'platinum', 'silver'")
                        .Replace("fail-after: 4h", "fail-after: 2h", StringComparison.Ordinal),
                }
            )
        ).GetProperty("impact");

        var looked = impact.GetProperty("looked");
        Assert.Equal((3, 3), (Number(looked, "seen"), Number(looked, "open")));
        var moved = Assert.Single(looked.GetProperty("rerouted").EnumerateArray());
        Assert.Equal(("front-line", "gold", 2), (moved.Text("from"), moved.Text("to"), Number(moved, "cases")));
        Assert.Contains(first.Text("ticket"), moved.Texts("examples"));
        var clock = looked.GetProperty("clocks").EnumerateArray().Single(one => one.Text("kpi") == "First response");
        Assert.Equal(2, Number(clock, "cases"));
        var example = clock.GetProperty("examples")[0];
        Assert.True(Time(example, "failAtAfter") < Time(example, "failAtBefore"));
    }

    [Fact]
    public async Task Who_may_not_see_a_queue_gets_no_example_from_it()
    {
        await Publish(
            live.Replace("members: team:ops }", "members: team:ops, visibility: private }", StringComparison.Ordinal)
        );
        var draft = (await dora.GetAsync("/api/processes/support-case").Ok())
            .Text("source")!
            .Replace("outage|down", "breakdown", StringComparison.Ordinal);
        await host.Case("Outage in Lyon", new { priority = "high" });
        using var ada = host.As("ada", "admin");

        var seen = (await ada.PostAsJsonAsync("/api/processes/impact", new { source = draft }).Ok()).GetProperty(
            "impact"
        );
        var hidden = (await Ask("impact", new { source = draft })).GetProperty("impact");

        Assert.Single(seen.GetProperty("looked").GetProperty("rerouted").EnumerateArray());
        Assert.Empty(hidden.GetProperty("looked").GetProperty("rerouted").EnumerateArray());
        Assert.Equal(1, Number(hidden.GetProperty("looked"), "open"));
    }

    [Fact]
    public async Task A_backtest_tells_what_the_cases_so_far_would_have_come_to()
    {
        var silver = await host.Account("Silver", "silver");
        var ticket = (await host.Case("First", new { customerId = silver })).Text("ticket");
        var moved = await host.Case("Second");
        await dora.PostAsJsonAsync($"/api/cases/{moved.Text("id")}/status", new { to = "on-hold" }).Ok();
        await host.OffFor(TimeSpan.FromHours(6));
        await host.Until(async () =>
            (await Ask("backtest", new { source = live }))
                .GetProperty("clocks")
                .EnumerateArray()
                .Any(clock => Number(clock, "failed") == 1)
        );

        var answer = await Ask(
            "backtest",
            new
            {
                source = Gold("'silver'")
                    .Replace(
                        "to: [on-hold, waiting-for-details, researching]",
                        "to: [researching]",
                        StringComparison.Ordinal
                    )
                    .Replace("fail-after: 4h", "fail-after: 40h", StringComparison.Ordinal),
            }
        );

        Assert.Equal((2, 2), (Number(answer, "cases"), Number(answer, "routed")));
        var gold = answer.GetProperty("rerouted").EnumerateArray().Single(one => one.Text("to") == "gold");
        Assert.Equal(
            (("front-line", 1), ticket),
            ((gold.Text("from"), Number(gold, "cases")), gold.Texts("examples")[0])
        );
        var refused = Assert.Single(answer.GetProperty("refused").EnumerateArray());
        Assert.Equal(
            ("in-progress", "on-hold", "transition-not-allowed"),
            (refused.Text("from"), refused.Text("to"), refused.Text("code"))
        );
        var clock = answer.GetProperty("clocks").EnumerateArray().Single(one => one.Text("kpi") == "First response");
        Assert.Equal((1, 0), (Number(clock, "failed"), Number(clock, "wouldFail")));
        Assert.Equal([ticket], clock.Texts("better"));
    }

    [Fact]
    public async Task A_backtest_of_the_version_that_runs_finds_nothing_different()
    {
        await host.Case("First");
        var second = await host.Case("Second", new { priority = "high" });
        await dora.PostAsJsonAsync($"/api/cases/{second.Text("id")}/stage", new { to = "next" }).Ok();
        await dora.PostAsJsonAsync($"/api/cases/{second.Text("id")}/status", new { to = "researching" }).Ok();

        var answer = await Ask("backtest", new { source = live, last = 10 });

        Assert.Equal(2, Number(answer, "cases"));
        Assert.Empty(answer.GetProperty("rerouted").EnumerateArray());
        Assert.Empty(answer.GetProperty("refused").EnumerateArray());
        await dora.PostAsJsonAsync("/api/processes/backtest", new { source = live, last = 0 })
            .Problem(HttpStatusCode.BadRequest, "malformed");
        using var ann = host.As("ann");
        await ann.PostAsJsonAsync("/api/processes/backtest", new { source = live })
            .Problem(HttpStatusCode.Forbidden, "role-not-allowed");
    }

    [Fact]
    public async Task A_case_that_is_typed_in_is_tried_and_nothing_is_written()
    {
        var answer = await Ask(
            "simulate",
            new
            {
                process = "support-case",
                @case = new
                {
                    title = "Printer on fire",
                    priority = "high",
                    customer = new { tier = "gold" },
                },
            }
        );

        Assert.Equal("in-progress", answer.GetProperty("case").Text("status"));
        var routing = answer.GetProperty("routing");
        Assert.Equal(("gold", "Gold customers"), (routing.Text("queue"), routing.Text("rule")));
        var outages = routing.GetProperty("rules")[0];
        Assert.False(outages.GetProperty("holds").GetBoolean());
        Assert.False(outages.GetProperty("when")[0].GetProperty("holds").GetBoolean());
        Assert.True(outages.GetProperty("when")[1].GetProperty("holds").GetBoolean());
        var research = answer.GetProperty("stages")[1];
        Assert.Equal("impact", Assert.Single(research.GetProperty("missing").EnumerateArray()).Text("name"));
        Assert.False(answer.GetProperty("stages")[2].GetProperty("canEnter").GetBoolean());
        var clock = answer.GetProperty("clocks").EnumerateArray().Single(one => one.Text("kpi") == "First response");
        Assert.Equal("Gold", clock.Text("rule"));
        Assert.Equal(RunningHost.Monday9.AddHours(1), Time(clock, "failAt"));
        var moves = answer.GetProperty("moves").EnumerateArray().ToList();
        Assert.True(moves.Single(one => one.Text("to") == "on-hold").GetProperty("allowed").GetBoolean());
        Assert.Equal("transition-not-allowed", moves.Single(one => one.Text("to") == "problem-solved").Text("code"));
        Assert.Equal(0, Number(await Population(), "open"));
    }

    [Fact]
    public async Task A_draft_is_tried_on_a_case_that_there_is()
    {
        var ticket = (await host.Case("Outage in Lyon", new { priority = "high" })).Text("ticket");

        var now = await Ask("simulate", new { @case = ticket });
        var draft = await Ask(
            "simulate",
            new
            {
                @case = ticket,
                source = live.Replace("    queue: outage", "    queue: gold", StringComparison.Ordinal),
                at = RunningHost.Monday9.AddHours(3),
            }
        );
        var elsewhere = await Ask(
            "simulate",
            new { @case = ticket, source = live.Replace("in-progress", "begun", StringComparison.Ordinal) }
        );

        Assert.Equal("outage", now.GetProperty("routing").Text("queue"));
        Assert.Equal("gold", draft.GetProperty("routing").Text("queue"));
        Assert.Equal("failed", draft.GetProperty("clocks")[0].Text("state"));
        Assert.True(elsewhere.GetProperty("stays").GetBoolean());
        Assert.Equal("outage", (await dora.GetAsync($"/api/cases/{ticket}").Ok()).Text("queue"));
    }

    [Fact]
    public async Task A_case_that_could_not_be_opened_says_why()
    {
        var answer = await Ask("simulate", new { process = "support-case", @case = new { priority = "extreme" } });

        Assert.Equal("fields-invalid", answer.GetProperty("refusal").Text("code"));
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("case").ValueKind);
        await dora.PostAsJsonAsync("/api/processes/simulate", new { @case = "CAS-1" })
            .Problem(HttpStatusCode.NotFound, "no-such-case");
        await dora.PostAsJsonAsync("/api/processes/simulate", new { process = "support-case" })
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");
        await dora.PostAsJsonAsync("/api/processes/simulate", new { process = "none", @case = new { } })
            .Problem(HttpStatusCode.NotFound, "not-found");
        await dora.PostAsJsonAsync(
                "/api/processes/simulate",
                new { process = "support-case", @case = new { shape = 1 } }
            )
            .Problem(HttpStatusCode.BadRequest, "malformed");
        using var ann = host.As("ann");
        await ann.PostAsJsonAsync("/api/processes/simulate", new { process = "support-case", @case = new { } })
            .Problem(HttpStatusCode.Forbidden, "role-not-allowed");
    }

    [Fact]
    public async Task Cases_are_counted_by_where_they_stand()
    {
        var first = await host.Case("First");
        await host.Case("Second");
        await dora.PostAsJsonAsync($"/api/cases/{first.Text("id")}/status", new { to = "on-hold" }).Ok();
        await dora.PostAsJsonAsync($"/api/cases/{first.Text("id")}/stage", new { to = "next" }).Ok();

        var population = await Population();

        Assert.Equal(2, Number(population, "open"));
        Assert.Equal(
            ["active in-progress 1", "active on-hold 1"],
            population
                .GetProperty("statuses")
                .EnumerateArray()
                .Select(one => $"{one.Text("state")} {one.Text("status")} {Number(one, "cases")}")
        );
        Assert.Equal(
            ["identify 1", "research 1"],
            population
                .GetProperty("stages")
                .EnumerateArray()
                .Select(one => $"{one.Text("stage")} {Number(one, "cases")}")
        );
        await dora.GetAsync("/api/processes/none/population").Problem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task An_earlier_version_is_published_again_as_a_new_one()
    {
        await Publish(Gold("'silver'"));

        var first = await dora.GetAsync("/api/processes/support-case/versions/1").Ok();
        var back = await dora.PostAsJsonAsync("/api/processes/support-case/rollback", new { version = 1 }).Ok();
        var again = await dora.PostAsJsonAsync("/api/processes/support-case/rollback", new { version = 1 }).Ok();

        Assert.Equal(live, first.Text("source"));
        Assert.Equal((3, true), (Number(back, "version"), back.GetProperty("changed").GetBoolean()));
        Assert.False(again.GetProperty("changed").GetBoolean());
        Assert.Equal(live, (await dora.GetAsync("/api/processes/support-case").Ok()).Text("source"));
        var versions = await dora.GetAsync("/api/processes/support-case/versions").Ok();
        Assert.Equal("dora", versions.GetProperty("items")[0].Text("publishedBy"));
        await dora.PostAsJsonAsync("/api/processes/support-case/rollback", new { version = 7 })
            .Problem(HttpStatusCode.NotFound, "not-found");
        await dora.PostAsJsonAsync("/api/processes/support-case/rollback", new { })
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");
        await dora.GetAsync("/api/processes/support-case/versions/9").Problem(HttpStatusCode.NotFound, "not-found");
        using var ann = host.As("ann");
        await ann.PostAsJsonAsync("/api/processes/support-case/rollback", new { version = 1 })
            .Problem(HttpStatusCode.Forbidden, "role-not-allowed");
    }

    [Fact]
    public async Task The_routing_is_edited_in_the_text_and_taken_back()
    {
        var moved = await Ask(
            "edit",
            new
            {
                source = live,
                edit = new
                {
                    kind = "move-rule",
                    rule = "Gold customers",
                    to = 1,
                },
            }
        );
        var back = await Ask(
            "edit",
            new
            {
                source = moved.Text("source"),
                edit = new { kind = "replace-lines", change = moved.GetProperty("undo") },
            }
        );
        var wrong = await Ask(
            "edit",
            new
            {
                source = live,
                edit = new
                {
                    kind = "change-rule",
                    rule = "Outages",
                    queue = "outrage",
                },
            }
        );

        Assert.Empty(moved.GetProperty("errors").EnumerateArray());
        var difference = (await Ask("diff", new { source = moved.Text("source") })).GetProperty("differences")[0];
        Assert.Equal("Rule 'Gold customers' moved from place 2 to 1.", difference.Text("text"));
        Assert.Equal(live, back.Text("source"));
        Assert.Contains("outage", wrong.GetProperty("errors")[0].Text("message"), StringComparison.Ordinal);
        await dora.PostAsJsonAsync(
                "/api/processes/edit",
                new { source = live, edit = new { kind = "remove-rule", rule = "None" } }
            )
            .Problem(HttpStatusCode.UnprocessableEntity, "edit-not-possible");
        await dora.PostAsJsonAsync("/api/processes/edit", new { source = live, edit = new { kind = "shuffle" } })
            .Problem(HttpStatusCode.BadRequest, "fields-invalid");
    }

    private string Gold(string tiers) =>
        live.Replace(
            "customer.tier in ['gold', 'platinum']\n    queue",
            $"customer.tier in [{tiers}]\n    queue",
            StringComparison.Ordinal
        );

    private Task<JsonElement> Publish(string source) => Ask("publish", new { source });

    private Task<JsonElement> Population() => dora.GetAsync("/api/processes/support-case/population").Ok();

    private async Task<JsonElement> Ask(string question, object body)
    {
        using var fresh = host.As("dora", "designer,agent");
        return await fresh.PostAsJsonAsync($"/api/processes/{question}", body).Ok();
    }

    private static int Number(JsonElement json, string name) => json.GetProperty(name).GetInt32();

    private static DateTimeOffset Time(JsonElement json, string name) =>
        DateTimeOffset.Parse(json.Text(name)!, CultureInfo.InvariantCulture);
}
