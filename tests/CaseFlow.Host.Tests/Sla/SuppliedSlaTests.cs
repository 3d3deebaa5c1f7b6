using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CaseFlow.Host.Tests.Entitlements;

namespace CaseFlow.Host.Tests.Sla;

/// <summary>The SLA that an entitlement supplies, over HTTP.</summary>
public sealed class SuppliedSlaTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Gold = "{ kpi: K, sla: Gold, starts: case.created, met-by: case.resolved, fail-after: 2h }";

    private const string Everybody =
        "{ kpi: K, rule: Everybody, starts: case.created, met-by: case.resolved, fail-after: 8h }";

    [Fact]
    [Trait("Feature", "Entitlement supplies the SLA")]
    public async Task A_clock_says_what_chose_its_rule_and_who_supplies_it()
    {
        await Ask("publish", "chosen", $"[{Gold}, {Everybody}]").Ok();
        using var ann = host.As("ann");
        var customer = await host.Account();
        var agreed = await host.Agree(customer, new { name = "Gold support", sla = "Gold" });
        var id = (
            await host.Case(
                "Slow",
                new
                {
                    process = "chosen",
                    customerId = customer,
                    entitlementId = agreed.Text("id"),
                }
            )
        ).Text("id");

        var target = (await Clock(ann, id)).GetProperty("target");
        Assert.Equal(
            ("Gold", "Gold", "entitlement", "Gold support"),
            (
                target.Text("rule"),
                target.Text("sla"),
                target.Text("chosenBy"),
                target.GetProperty("entitlement").Text("name")
            )
        );
        Assert.Equal(["entitlement.sla == 'Gold'"], target.Texts("when"));

        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddMinutes(30));
        await ann.PatchAsJsonAsync($"/api/cases/{id}", new { entitlementId = (string?)null }).Ok();
        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddMinutes(30));
        var clock = await Clock(ann, id);
        Assert.Equal(
            ("Everybody", "default", JsonValueKind.Null),
            (
                clock.GetProperty("target").Text("rule"),
                clock.GetProperty("target").Text("chosenBy"),
                clock.GetProperty("target").GetProperty("entitlement").ValueKind
            )
        );
        Assert.Equal(
            [("entitlement", 1_800), ("default", 1_800)],
            clock
                .GetProperty("intervals")
                .EnumerateArray()
                .Select(interval => (interval.Text("chosenBy")!, interval.GetProperty("seconds").GetInt32()))
        );
    }

    [Fact]
    [Trait("Feature", "Entitlement supplies the SLA")]
    public async Task An_SLA_that_no_process_has_is_refused_at_every_door()
    {
        await Ask(
                "publish",
                "doors",
                "[{ kpi: K, sla: Ruby, starts: case.created, met-by: case.resolved, fail-after: 2h }]"
            )
            .Ok();
        using var sue = host.As("sue", "supervisor");
        var terms = Contract.Terms(await host.Account(), new { sla = "Rubi" });
        var refused = await sue.PostAsJsonAsync("/api/entitlements", terms)
            .Problem(HttpStatusCode.UnprocessableEntity, "unknown-sla");
        Assert.Equal("sla", Assert.Single(refused.GetProperty("errors").EnumerateArray()).Text("field"));
        Assert.Contains("Ruby", refused.Texts("allowed"));

        terms["sla"] = "Ruby";
        var draft = await sue.PostAsJsonAsync("/api/entitlements", terms).Ok();
        terms["sla"] = "Rubi";
        terms.Remove("customerId");
        await sue.PutAsJsonAsync($"/api/entitlements/{draft.Text("id")}", terms)
            .Problem(HttpStatusCode.UnprocessableEntity, "unknown-sla");
        await sue.PostAsJsonAsync("/api/entitlement-templates", terms)
            .Problem(HttpStatusCode.UnprocessableEntity, "unknown-sla");
    }

    [Fact]
    [Trait("Feature", "Entitlement supplies the SLA")]
    public async Task A_definition_cannot_leave_out_what_an_entitlement_names()
    {
        const string jade = "{ kpi: K, sla: Jade, starts: case.created, met-by: case.resolved, fail-after: 2h }";
        await Ask("publish", "left", $"[{jade}, {Everybody}]").Ok();
        await host.Agree(await host.Account(), new { name = "Jade support", sla = "Jade" });

        var shown = await Ask("validate", "left", $"[{Everybody}]").Ok();
        var foreseen = await Ask("impact", "left", $"[{Everybody}]")
            .Problem(HttpStatusCode.UnprocessableEntity, "definition-broken");
        var refused = await Ask("publish", "left", $"[{Everybody}]")
            .Problem(HttpStatusCode.UnprocessableEntity, "definition-broken");

        Assert.All(
            [shown, foreseen, refused],
            answer =>
            {
                var problem = Assert.Single(answer.GetProperty("errors").EnumerateArray());
                Assert.Equal(("CF0067", 5), (problem.Text("code"), problem.GetProperty("line").GetInt32()));
                Assert.Contains("'Jade support'", problem.Text("message"), StringComparison.Ordinal);
            }
        );

        // Another process has it as well, so that nothing is lost.
        await Ask("publish", "left-too", $"[{jade}]").Ok();
        await Ask("publish", "left", $"[{Everybody}]").Ok();
    }

    [Fact]
    public async Task An_entitlement_that_was_renewed_is_not_activated_while_its_SLA_is_gone()
    {
        const string opal = "{ kpi: K, sla: Opal, starts: case.created, met-by: case.resolved, fail-after: 2h }";
        await Ask("publish", "gone", $"[{opal}, {Everybody}]").Ok();
        using var sue = host.As("sue", "supervisor");
        var id = (await host.Agree(await host.Account(), new { sla = "Opal" })).Text("id");
        await sue.PostAsync($"/api/entitlements/{id}/cancel", null).Ok();
        await Ask("publish", "gone", $"[{Everybody}]").Ok();

        var renewed = (await sue.PostAsync($"/api/entitlements/{id}/renew", null).Ok()).Text("id");
        await sue.PostAsync($"/api/entitlements/{renewed}/activate", null)
            .Problem(HttpStatusCode.UnprocessableEntity, "unknown-sla");
    }

    private async Task<HttpResponseMessage> Ask(string verb, string process, string sla)
    {
        using var dora = host.As("dora", "designer");
        var source = $$"""
            process: {{process}}
            title: {{process}}
            statuses: { active: { open: { initial: true } }, resolved: { done: } }
            transitions: any
            sla: {{sla}}
            """;
        return await dora.PostAsJsonAsync($"/api/processes/{verb}", new { source });
    }

    private static async Task<JsonElement> Clock(HttpClient client, string? id) =>
        Assert.Single((await client.GetAsync($"/api/cases/{id}/sla").Ok()).GetProperty("items").EnumerateArray());
}
