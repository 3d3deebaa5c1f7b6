using System.Net;
using System.Net.Http.Json;
using CaseFlow.Host.Tests.Webhooks;

namespace CaseFlow.Host.Tests.Cases;

/// <summary>A stage is left when its required steps are done, whoever asks and by whatever door.</summary>
public sealed class StageGateTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Definition = """
        process: gated
        title: Gated
        fields: { cause: { type: text }, part: { type: text } }
        statuses: { active: { open: { initial: true } }, resolved: { done: } }
        transitions: any
        stages:
          - look:
              steps:
                - { field: cause, required: true }
                - { field: part, required: true }
                - { activity: phone-call, required: true }
          - mend:
        automation:
          - { rule: Go on, on: activity.added(kind == 'note'), do: [{ stage: next }] }
        """;

    private const string Hook = """
        webhook: gates
        process: gated
        verify: none
        delivery: body.id
        key: body.id
        rules:
          - do:
              - create: { title: From elsewhere, customer: Gate and Co }
              - stage: mend
        """;

    private static readonly string[] Everything = ["'cause' must", "'part' must", "'activity: phone-call' must"];

    [Fact]
    [Trait("Feature", "Stage gate")]
    public async Task Every_door_says_all_that_a_stage_lacks_and_lets_nobody_through()
    {
        await host.Account("Gate and Co");
        await Publish();
        using var ann = host.As("ann");
        var id = (await host.Case(with: new { process = "gated" })).Text("id");

        var asked = await ann.PostAsJsonAsync($"/api/cases/{id}/stage", new { to = "next" })
            .Problem(HttpStatusCode.UnprocessableEntity, "stage-gate");
        Assert.Equal(3, asked.GetProperty("missing").GetArrayLength());
        SaysAll(asked.Text("detail"));

        await ann.PostAsJsonAsync($"/api/cases/{id}/activities", new { kind = "note", text = "Go on" }).Ok();
        var rule = (await ann.GetAsync($"/api/cases/{id}/timeline?types=automation-fired").Ok()).GetProperty("items");
        SaysAll(Assert.Single(rule.EnumerateArray()).GetProperty("automation").Text("says"));

        SaysAll(await ByBulk(ann, id));

        var deliveries = new Deliveries(host);
        await deliveries.Save("gates", Hook);
        var delivery = await deliveries.Send(Senders.Post("/hooks/gates", """{"id":"1"}"""));
        var refused = delivery.GetProperty("results")[1];
        Assert.Equal("stage-gate", refused.Text("code"));
        SaysAll(refused.Text("detail"));

        Assert.Equal("look", (await ann.GetAsync($"/api/cases/{id}").Ok()).Text("stage"));
        Assert.Equal("look", (await deliveries.CaseOf(delivery)).Text("stage"));
    }

    private async Task Publish()
    {
        using var dora = host.As("dora", "designer");
        await dora.PostAsJsonAsync("/api/processes/publish", new { source = Definition }).Ok();
    }

    private static async Task<string?> ByBulk(HttpClient client, string? id)
    {
        var job = await client
            .PostAsJsonAsync("/api/bulk", new { ids = new[] { id }, command = new { name = "stage", to = "next" } })
            .Ok();
        await client.GetStringAsync($"/api/bulk/{job.Text("id")}/stream"); // until the end
        var result = (await client.GetAsync($"/api/bulk/{job.Text("id")}/results").Ok()).GetProperty("items")[0];
        Assert.Equal("stage-gate", result.Text("code"));
        return result.Text("detail");
    }

    private static void SaysAll(string? said) =>
        Assert.All(Everything, one => Assert.Contains(one, said, StringComparison.Ordinal));
}
