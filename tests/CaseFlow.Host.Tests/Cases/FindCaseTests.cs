using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CaseFlow.Host.Tests.Cases;

/// <summary>Looking for an open case of the customer, over HTTP.</summary>
public sealed class FindCaseTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Definition = """
        process: asking
        title: Asking
        statuses: { active: { open: { initial: true } }, resolved: { done: }, cancelled: { dropped: } }
        transitions: any
        stages:
          - identify: { steps: [{ find-case: , required: true }] }
          - solve:
        queues:
          desk:
          secret: { members: user:ann, visibility: private }
        """;

    [Fact]
    [Trait("Feature", "Existing-case check before creation")]
    public async Task The_open_cases_of_the_customer_are_told_and_the_stage_can_be_left()
    {
        using var ann = host.As("ann");
        using var bob = host.As("bob");
        using var sue = host.As("sue", "designer");
        await sue.PostAsJsonAsync("/api/processes/publish", new { source = Definition }).Ok();
        var customerId = await host.Account();
        var open = (await host.Case("Open", new { customerId })).Text("id");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var hidden = (await host.Case("Hidden", new { customerId, process = "asking" })).Text("id");
        await ann.PostAsJsonAsync($"/api/cases/{hidden}/queue", new { queue = "secret" }).Ok();
        var closed = (await host.Case("Closed", new { customerId })).Text("id");
        await ann.PostAsJsonAsync($"/api/cases/{closed}/cancel", new { status = "cancelled" }).Ok();
        await host.Case("Of somebody else");
        var id = (await host.Case("New", new { customerId, process = "asking" })).Text("id");
        await bob.PostAsJsonAsync($"/api/cases/{id}/stage", new { to = "next" })
            .Problem(HttpStatusCode.UnprocessableEntity, "stage-gate");

        var seen = await bob.PostAsJsonAsync($"/api/cases/{id}/find-case", new { }).Ok();

        Assert.Equal([open], Ids(seen));
        Assert.Equal(id, seen.GetProperty("case").Text("id"));
        Assert.Equal([hidden, open], Ids(await ann.PostAsJsonAsync($"/api/cases/{id}/find-case", new { }).Ok()));
        Assert.Equal(
            [1, 2],
            (await ann.GetAsync($"/api/cases/{id}/timeline").Ok())
                .GetProperty("items")
                .EnumerateArray()
                .Select(entry => entry.GetProperty("event"))
                .Where(happened => happened.Text("type") == "open-cases-seen")
                .Select(happened => happened.GetProperty("count").GetInt32())
        );
        Assert.Equal(
            "solve",
            (await bob.PostAsJsonAsync($"/api/cases/{id}/stage", new { to = "next" }).Ok()).Text("stage")
        );
        await bob.PostAsJsonAsync($"/api/cases/{hidden}/find-case", new { })
            .Problem(HttpStatusCode.NotFound, "no-such-case");
    }

    private static string?[] Ids(JsonElement seen) =>
        [.. seen.GetProperty("items").EnumerateArray().Select(one => one.Text("id"))];
}
