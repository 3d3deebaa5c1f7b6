using System.Net.Http.Json;

namespace CaseFlow.Host.Tests.Queues;

/// <summary>Why a case went where it went, and why not elsewhere.</summary>
public sealed class RoutingOverHttpTests(RunningHost host) : IClassFixture<RunningHost>
{
    private static readonly string[] Queues = ["main: { members: TEAM, assign: round-robin }", "gold:", "outage:"];

    private static readonly string[] Rules =
    [
        "{ rule: Outages, when: [case.title.contains('down'), case.priority == 'high'], queue: outage }",
        "{ rule: Gold, when: \"customer.tier in ['platinum']\", queue: gold }",
        "otherwise: main",
    ];

    [Fact]
    public async Task Each_routing_is_explained_with_every_rule_every_value_and_every_candidate()
    {
        using var office = await Office.Open(host, "explained", Queues, Rules);
        var ann = await office.Person("ann");
        await office.Person("bob", presence: "away");
        var id = (await office.Case("Network is slow")).Text("id");

        var routing = (await office.Sue.GetAsync($"/api/cases/{id}/routing").Ok()).GetProperty("items")[0];

        Assert.Equal(
            ("rules", "main", "otherwise"),
            (routing.Text("kind"), routing.Text("queue"), routing.Text("rule"))
        );
        Assert.Equal(32, routing.Text("definition")!.Length);
        Assert.Equal(
            ["Outages", "Gold", "otherwise"],
            routing.GetProperty("rules").EnumerateArray().Select(rule => rule.Text("rule")!)
        );
        Assert.Equal(
            "case.title is 'Network is slow'",
            routing.GetProperty("rules")[0].GetProperty("when")[0].GetProperty("leaves")[0].Text("value")
        );
        var assignment = routing.GetProperty("assignment");
        Assert.Equal((ann, "Only explained-ann can take it."), (assignment.Text("worker"), assignment.Text("decided")));
        Assert.Equal("is away", assignment.GetProperty("candidates")[1].Text("excluded"));
    }

    [Fact]
    public async Task An_old_routing_is_explained_by_the_rules_of_its_time()
    {
        using var office = await Office.Open(host, "old", Queues, Rules);
        var id = (await office.Case("Network is down", "high")).Text("id");
        var before = (await office.Sue.GetAsync($"/api/cases/{id}/routing").Ok()).GetRawText();

        await office.Publish(Queues, ["otherwise: gold"]);
        await office.Sue.PatchAsJsonAsync($"/api/cases/{id}", new { title = "Nothing" }).Ok();

        Assert.Equal(before, (await office.Sue.GetAsync($"/api/cases/{id}/routing").Ok()).GetRawText());
        await office.Sue.PostAsync($"/api/cases/{id}/route", null).Ok();
        var both = (await office.Sue.GetAsync($"/api/cases/{id}/routing").Ok()).GetProperty("items");
        Assert.Equal(["gold", "outage"], both.EnumerateArray().Select(one => one.Text("queue")!));
    }

    [Fact]
    public async Task An_offer_and_a_person_are_reasons_too()
    {
        using var office = await Office.Open(host, "reasons", Queues, Rules);
        var id = (await office.Case()).Text("id")!;
        await office.WorkerOfAfter(id, () => office.Person("ann"));
        await office.Sue.PostAsJsonAsync($"/api/cases/{id}/queue", new { queue = "gold" }).Ok();

        var all = (await office.Sue.GetAsync($"/api/cases/{id}/routing").Ok()).GetProperty("items");

        Assert.Equal(["person", "offer", "rules"], all.EnumerateArray().Select(one => one.Text("kind")!));
    }

    [Fact]
    public async Task Why_not_names_the_first_condition_with_the_value_seen_and_the_value_needed()
    {
        using var office = await Office.Open(host, "why", Queues, Rules);
        var id = (await office.Case("Network is slow")).Text("id");

        var gold = await office.Sue.GetAsync($"/api/cases/{id}/why-not?queue=gold").Ok();
        var main = await office.Sue.GetAsync($"/api/cases/{id}/why-not?queue=main").Ok();

        Assert.Equal(
            "Rule 'Gold' does not send it there. customer.tier is 'gold'; the rule needs 'platinum'.",
            gold.Text("why")
        );
        Assert.Equal("main", gold.Text("present"));
        Assert.True(main.GetProperty("goes").GetBoolean());
    }
}
