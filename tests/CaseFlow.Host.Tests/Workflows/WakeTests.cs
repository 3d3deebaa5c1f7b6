using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CaseFlow.Host.Tests.Workflows;

/// <summary>What wakes and starts workflows: time, what happens to cases, and what a process asks for.</summary>
public sealed class WakeTests(RunningHost host) : IClassFixture<RunningHost>, IDisposable
{
    private readonly Workshop workshop = new(host);

    public void Dispose() => workshop.Dispose();

    [Fact]
    public async Task A_delay_ends_in_its_time_and_outlives_the_host()
    {
        await workshop.Publish(
            Flow.Of(
                "delays",
                "type: Elsa.Delay, timeSpan: { typeName: TimeSpan, expression: { type: Literal, value: \"03:00:00\" } }",
                Flow.Line("'slept well'")
            )
        );
        var id = (await workshop.Run("delays")).Text("id")!;

        await host.OffFor(TimeSpan.FromHours(2));
        using var after = new Workshop(host);
        Assert.Equal("suspended", (await after.Instance(id)).GetProperty("instance").Text("subStatus"));
        await host.OffFor(TimeSpan.FromHours(1));
        using var later = new Workshop(host);

        Assert.Equal(["slept well"], Workshop.Lines(await later.Until(id, "finished")));
    }

    [Fact]
    public async Task A_timer_starts_instances_again_and_again()
    {
        await workshop.Publish(
            Flow.Of(
                "ticks",
                "type: Elsa.Timer, customProperties: { canStartWorkflow: true }, interval: { typeName: TimeSpan, expression: { type: Literal, value: \"00:00:05\" } }",
                Flow.Line("'tick'")
            )
        );

        Assert.True((await workshop.Until("ticks", "finished", 3)).Length >= 3);
    }

    [Fact]
    public async Task What_happens_to_a_case_starts_a_workflow_with_the_case()
    {
        await workshop.Publish(
            Flow.Of(
                "on-hold",
                $"type: CaseFlow.CaseEvent, customProperties: {{ canStartWorkflow: true }}, {Flow.Text("event", "status-moved")}, {Flow.Text("process", "support-case")}, {Flow.Into("case")}",
                Flow.Line("getV().ticket + ' is ' + getV().status")
            )
        );
        var made = await host.Case();
        using var ann = host.As("ann");

        await ann.PostAsJsonAsync($"/api/cases/{made.Text("id")}/status", new { to = "on-hold" }).Ok();

        var started = await workshop.Until("on-hold", "finished", 1);
        Assert.Equal(made.Text("id"), started[0].Text("correlationId"));
        Assert.Equal(
            [$"{made.Text("ticket")} is on-hold"],
            Workshop.Lines(await workshop.Instance(started[0].Text("id")!))
        );
    }

    [Fact]
    public async Task It_waits_until_a_condition_holds_for_a_case()
    {
        await workshop.Publish(
            Flow.Of(
                "patient",
                $"type: CaseFlow.WaitForCase, {Flow.Script("caseId", "String", "getInput('caseId')")}, {Flow.Text("condition", "case.status == 'on-hold'")}, {Flow.Into("result")}",
                Flow.Line("'it is ' + getV().status")
            )
        );
        var id = (await host.Case()).Text("id");
        using var ann = host.As("ann");
        var waiting = (await workshop.Run("patient", new { caseId = id })).Text("id")!;

        await ann.PostAsJsonAsync($"/api/cases/{id}/status", new { to = "researching" }).Ok();
        await Task.Delay(50);
        Assert.Equal("suspended", (await workshop.Instance(waiting)).GetProperty("instance").Text("subStatus"));
        await ann.PostAsJsonAsync($"/api/cases/{id}/status", new { to = "on-hold" }).Ok();

        Assert.Equal(["it is on-hold"], Workshop.Lines(await workshop.Until(waiting, "finished")));
        var already = (await workshop.Run("patient", new { caseId = id })).Text("id")!;
        Assert.Equal(["it is on-hold"], Workshop.Lines(await workshop.Until(already, "finished")));
    }

    [Fact]
    public async Task A_condition_that_no_process_can_be_asked_is_refused_with_its_place_when_it_is_published()
    {
        var refused = await workshop
            .Dora.PostAsync(
                "/api/workflows/publish",
                new StringContent(Waiting("mistaken", "case.mood == 'good'"), null, "application/yaml")
            )
            .Problem(HttpStatusCode.UnprocessableEntity, "definition-broken");

        var error = refused.GetProperty("errors")[0];
        Assert.Equal(("WF0011", 18), (error.Text("code"), error.GetProperty("line").GetInt32()));
        Assert.Contains("mood", error.Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_saved_workflow_waits_for_the_process_that_its_condition_is_about()
    {
        var folder = Directory.CreateDirectory(Path.Combine(host.Workflows, "moody")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "moody.workflow.yaml"),
            Waiting("moody", "case.fields.mood == 'good'")
        );
        await host.Until(async () =>
            (await Saved("moody.workflow.yaml")) is { ValueKind: JsonValueKind.Object } broken
            && broken.GetProperty("errors").GetArrayLength() == 1
        );

        await File.WriteAllTextAsync(
            Path.Combine(folder, "moody.process.yaml"),
            """
            process: moody
            title: Moody
            ticket: "M-{number}"
            fields: { mood: { type: text } }
            statuses: { active: { open: { initial: true } }, resolved: { done: } }
            transitions: any
            """
        );

        await host.Until(async () => (await workshop.Dora.GetAsync("/api/workflows/moody")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_condition_that_cannot_be_asked_is_an_incident()
    {
        await workshop.Publish(
            Flow.Of(
                "confused",
                $"type: CaseFlow.WaitForCase, {Flow.Script("caseId", "String", "getInput('caseId')")}, {Flow.Script("condition", "String", "'case.mood == 1'")}",
                Flow.Line("'never'")
            )
        );

        var id = (await workshop.Run("confused", new { caseId = (await host.Case()).Text("id") })).Text("id")!;

        var faulted = await workshop.Until(id, "faulted");
        Assert.Contains("mood", faulted.GetProperty("incidents")[0].Text("message")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_asks_for_a_workflow_about_a_case()
    {
        await workshop.Publish(
            Flow.Of("asked-for", Flow.Line("'about ' + getInput('case').title"), Flow.Line("'done'"))
        );
        var process = await File.ReadAllTextAsync(
            Path.Combine(host.Workflows, "support-case", "support-case.process.yaml")
        );
        var own = process
            .Replace("process: support-case", "process: asking", StringComparison.Ordinal)
            .Replace("ticket: \"CAS", "ticket: \"ASK", StringComparison.Ordinal);
        var start = own.IndexOf("\nautomation:", StringComparison.Ordinal);
        var end = start < 0 ? -1 : own.IndexOf("\n\n", start + 1, StringComparison.Ordinal);
        own = start < 0 ? own : own[..start] + (end < 0 ? "" : own[end..]);
        own += "\nautomation:\n  - rule: Ask\n    on: case.created\n    do:\n      - run: asked-for\n";
        await workshop.Dora.PostAsync("/api/processes/publish", new StringContent(own, null, "application/yaml")).Ok();

        await host.Case("A new one", new { process = "asking" });

        var started = await workshop.Until("asked-for", "finished", 1);
        Assert.Equal(["about A new one", "done"], Workshop.Lines(await workshop.Instance(started[0].Text("id")!)));
    }

    [Fact]
    public async Task A_customer_is_asked_a_day_after_his_case_is_resolved()
    {
        var id = (await host.Case("It hums", new { fields = new { impact = 2 } })).Text("id");
        using var ann = host.As("ann");
        await ann.PostAsJsonAsync($"/api/cases/{id}/stage", new { to = "next" }).Ok();
        await ann.PostAsJsonAsync($"/api/cases/{id}/stage", new { to = "next" }).Ok();
        await ann.PostAsJsonAsync(
                $"/api/cases/{id}/resolve",
                new
                {
                    status = "information-provided",
                    resolution = "It may.",
                    fields = new Dictionary<string, string> { ["resolution-type"] = "Explained" },
                }
            )
            .Ok();
        await workshop.Until("csat-survey", "suspended", 1);

        await host.OffFor(TimeSpan.FromDays(1));
        using var after = new Workshop(host);
        var tasks = Array.Empty<System.Text.Json.JsonElement>();
        await host.Until(async () =>
        {
            await Task.Delay(5);
            tasks =
            [
                .. (await after.Dora.GetAsync("/api/tasks?name=send-csat-survey").Ok())
                    .GetProperty("items")
                    .EnumerateArray(),
            ];
            return tasks.Length > 0;
        });
        Assert.Equal(id, tasks[0].GetProperty("payload").Text("caseId"));
        await after
            .Dora.PostAsJsonAsync($"/api/tasks/{tasks[0].Text("id")}/complete", new { result = new { score = 1 } })
            .Ok();

        var ended = await after.Until(tasks[0].Text("instance")!, "finished");
        Assert.Equal(["Score: 1"], Workshop.Lines(ended));
        var cases = (await after.Dora.GetAsync("/api/cases?q=call").Ok()).GetProperty("items");
        Assert.Equal("workflow:csat-survey", cases[0].Text("createdBy"));
    }

    private static string Waiting(string id, string condition) =>
        Flow.Of(
            id,
            $"type: CaseFlow.WaitForCase, {Flow.Script("caseId", "String", "getInput('caseId')")}, {Flow.Text("condition", condition)}",
            Flow.Line("'so'")
        );

    private async Task<JsonElement> Saved(string file) =>
        (await workshop.Dora.GetAsync("/api/workflows").Ok())
            .GetProperty("items")
            .EnumerateArray()
            .FirstOrDefault(one => one.Text("file") == file);
}
