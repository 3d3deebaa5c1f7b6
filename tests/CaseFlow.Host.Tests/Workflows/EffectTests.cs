using System.Net.Http.Json;

namespace CaseFlow.Host.Tests.Workflows;

/// <summary>What workflows do: to cases, through the door that people use; to other workflows; to the world.</summary>
public sealed class EffectTests(RunningHost host) : IClassFixture<RunningHost>, IDisposable
{
    private readonly Workshop workshop = new(host);

    public void Dispose() => workshop.Dispose();

    [Fact]
    public async Task It_moves_a_case_in_its_own_name()
    {
        await workshop.Publish(
            Flow.Of(
                "mover",
                $"type: CaseFlow.MoveStatus, {Flow.Script("caseId", "String", "getInput('caseId')")}, {Flow.Script("to", "String", "getInput('to')")}, {Flow.Into("result")}",
                Flow.Line("'now ' + getV().status")
            )
        );
        var made = await host.Case();

        var started = await workshop.Run("mover", new { caseId = made.Text("ticket"), to = "on-hold" });

        Assert.Equal(["now on-hold"], Workshop.Lines(await workshop.Until(started.Text("id")!, "finished")));
        var events = (await workshop.Dora.GetAsync($"/api/cases/{made.Text("id")}/timeline").Ok()).GetProperty("items");
        Assert.Contains(
            events.EnumerateArray(),
            item =>
                item.GetProperty("event").Text("by") == "workflow:mover"
                && item.GetProperty("event").Text("type") == "status-moved"
        );
    }

    [Fact]
    public async Task A_case_that_says_no_is_an_outcome_of_its_own()
    {
        await workshop.Publish(
            Flow.Of(
                "refused",
                $"type: CaseFlow.MoveStatus, {Flow.Script("caseId", "String", "getInput('caseId')")}, {Flow.Script("to", "String", "getInput('to')")}, {Flow.Into("refusal")}",
                Flow.Line("getV().code")
            )
        );
        var id = (await host.Case()).Text("id");

        var wrong = await workshop.Run("refused", new { caseId = id, to = "problem-solved" });
        var nowhere = await workshop.Run("refused", new { caseId = "CAS-1999-99999", to = "on-hold" });

        Assert.Equal(["transition-not-allowed"], Workshop.Lines(await workshop.Until(wrong.Text("id")!, "finished")));
        Assert.Equal(["no-such-case"], Workshop.Lines(await workshop.Until(nowhere.Text("id")!, "finished")));
    }

    [Fact]
    public async Task It_creates_reads_changes_finds_and_resolves_cases()
    {
        var customer = await host.Account("Fabrikam");
        await workshop.Publish(
            Flow.Of(
                "worker",
                $"type: CaseFlow.CreateCase, {Flow.Text("process", "support-case")}, {Flow.Text("title", "Made by a workflow")}, {Flow.Text("customerId", customer.ToString())}, {Flow.Script("fields", "ObjectDictionary", "({ impact: 2, 'resolution-type': 'Explained' })")}, {Flow.Into("result")}",
                $"type: CaseFlow.UpdateCase, {Flow.Script("caseId", "String", "getV().id")}, {Flow.Script("changes", "ObjectDictionary", "({ priority: 'high' })")}",
                $"type: CaseFlow.AddActivity, {Flow.Script("caseId", "String", "getV().id")}, {Flow.Script("activity", "ObjectDictionary", "({ kind: 'note', text: 'Seen.' })")}",
                $"type: CaseFlow.AssignCase, {Flow.Script("caseId", "String", "getV().id")}, {Flow.Text("user", "bob")}",
                $"type: CaseFlow.MoveStage, {Flow.Script("caseId", "String", "getV().id")}",
                $"type: CaseFlow.MoveStage, {Flow.Script("caseId", "String", "getV().id")}",
                $"type: CaseFlow.ResolveCase, {Flow.Script("caseId", "String", "getV().id")}, {Flow.Text("status", "information-provided")}, {Flow.Text("resolution", "Told him.")}, {Flow.Into("refusal", "w")}",
                Flow.Line("JSON.stringify(getW())"),
                $"type: CaseFlow.GetCase, {Flow.Script("caseId", "String", "getV().id")}, {Flow.Into("result")}",
                Flow.Line("[getV().state, getV().priority, getV().owner].join(' ')"),
                $"type: CaseFlow.FindCases, {Flow.Text("customer", customer.ToString())}, {Flow.Into("result", "w")}",
                Flow.Line("getW().length + ' ' + getW()[0].title")
            )
        );

        var ended = await workshop.Until((await workshop.Run("worker")).Text("id")!, "finished");

        Assert.Equal(["null", "resolved high bob", "1 Made by a workflow"], Workshop.Lines(ended));
    }

    [Fact]
    public async Task It_runs_another_and_goes_on_with_what_that_gave()
    {
        await workshop.Publish(
            Flow.Of(
                "child",
                $"type: Elsa.Event, {Flow.Text("eventName", "grow-up")}, {Flow.Into("result")}",
                $"type: Elsa.SetOutput, {Flow.Text("outputName", "result")}, {Flow.Script("outputValue", "Object", "getV().age")}"
            )
        );
        foreach (var kind in new[] { "ExecuteWorkflow", "DispatchWorkflow" })
        {
            var output = kind == "ExecuteWorkflow" ? "getV().output.result" : "getV().result";
            await workshop.Publish(
                Flow.Of(
                    $"parent-{kind}",
                    $"type: Elsa.{kind}, {Flow.Text("workflowDefinitionId", "child")}, {Flow.Text("correlationId", kind)}, waitForCompletion: {{ typeName: Boolean, expression: {{ type: Literal, value: \"true\" }} }}, {Flow.Into("result")}",
                    Flow.Line($"'child is ' + {output}")
                )
            );
            var parent = (await workshop.Run($"parent-{kind}")).Text("id")!;
            await workshop.Until("child", "suspended", 1);

            await workshop.Tell("grow-up", new { age = 18 }, kind);

            Assert.Equal(["child is 18"], Workshop.Lines(await workshop.Until(parent, "finished")));
        }
    }

    [Fact]
    public async Task One_that_cannot_start_another_is_an_incident_and_can_be_mended()
    {
        await workshop.Publish(
            Flow.Of(
                "lonely",
                $"type: Elsa.DispatchWorkflow, {Flow.Text("workflowDefinitionId", "not-yet")}",
                Flow.Line("'sent'")
            )
        );
        var id = (await workshop.Run("lonely")).Text("id")!;
        Assert.Equal(["sent"], Workshop.Lines(await workshop.Until(id, "finished")));
        var incident = await Incident("lonely");
        Assert.Contains("not-yet", incident.Text("message")!, StringComparison.Ordinal);

        await workshop.Publish(Flow.Of("not-yet", Flow.Line("'here I am'"), Flow.Line("'done'")));
        await workshop.Dora.PostAsync($"/api/workflows/incidents/{incident.Text("id")}/retry", null).Ok();

        var child = await workshop.Until("not-yet", "finished", 1);
        Assert.Equal(incident.Text("id"), child[0].Text("id"));
    }

    [Fact]
    public async Task It_publishes_an_event_that_starts_another()
    {
        await workshop.Publish(
            Flow.Of(
                "hears",
                $"type: Elsa.Event, customProperties: {{ canStartWorkflow: true }}, {Flow.Text("eventName", "shout")}, {Flow.Into("result")}",
                Flow.Line("'heard ' + getV().word + ' about ' + getCorrelationId()")
            )
        );
        await workshop.Publish(
            Flow.Of(
                "shouts",
                $"type: Elsa.PublishEvent, {Flow.Text("eventName", "shout")}, {Flow.Text("correlationId", "c7")}, {Flow.Script("payload", "Object", "({ word: 'hello' })")}",
                Flow.Line("'shouted'")
            )
        );

        await workshop.Run("shouts");

        var heard = await workshop.Until("hears", "finished", 1);
        Assert.Equal(["heard hello about c7"], Workshop.Lines(await workshop.Instance(heard[0].Text("id")!)));
    }

    [Fact]
    public async Task It_asks_an_outside_program_and_goes_on_with_its_report()
    {
        await workshop.Publish(
            Flow.Of(
                "asks",
                $"type: Elsa.RunTask, {Flow.Text("taskName", "count")}, {Flow.Script("payload", "ObjectDictionary", "({ of: 'sheep' })")}, {Flow.Into("result")}",
                Flow.Line("'counted ' + getV().n")
            )
        );
        var id = (await workshop.Run("asks")).Text("id")!;
        var task = (await workshop.Dora.GetAsync("/api/tasks?name=count").Ok()).GetProperty("items")[0];
        Assert.Equal("sheep", task.GetProperty("payload").Text("of"));

        var complete = $"/api/tasks/{task.Text("id")}/complete";
        await workshop.Dora.PostAsJsonAsync(complete, new { result = new { n = 12 } }).Ok();

        Assert.Equal(["counted 12"], Workshop.Lines(await workshop.Until(id, "finished")));
        await workshop
            .Dora.PostAsJsonAsync(complete, new { result = new { n = 13 } })
            .Problem(System.Net.HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task It_sends_no_request_inside_where_no_setting_allows_it()
    {
        await workshop.Publish(
            Flow.Of(
                "sends",
                $"type: Elsa.SendHttpRequest, {Flow.Text("url", "http://127.0.0.1:9/")}",
                Flow.Line("'sent'")
            )
        );

        var id = (await workshop.Run("sends")).Text("id")!;

        var faulted = await workshop.Until(id, "faulted");
        Assert.Contains("127.0.0.1", faulted.GetProperty("incidents")[0].Text("message")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_failed_can_be_skipped_or_done_again_once()
    {
        await workshop.Publish(
            Flow.Of("fails", $"type: Elsa.Fault, {Flow.Text("message", "kaput")}", Flow.Line("'behind it'"))
        );
        var id = (await workshop.Run("fails")).Text("id")!;
        var incident = await Incident("fails");
        Assert.Equal("kaput", incident.Text("message"));

        await workshop.Dora.PostAsync($"/api/workflows/incidents/{incident.Text("id")}/retry", null).Ok();
        var second = await Incident("fails");
        Assert.NotEqual(incident.Text("id"), second.Text("id"));
        var skipped = await workshop.Dora.PostAsync($"/api/workflows/incidents/{second.Text("id")}/skip", null).Ok();

        Assert.Equal("skipped", skipped.Text("status"));
        Assert.Equal(["behind it"], Workshop.Lines(await workshop.Until(id, "finished")));
        await workshop
            .Dora.PostAsync($"/api/workflows/incidents/{second.Text("id")}/skip", null)
            .Problem(System.Net.HttpStatusCode.Conflict, "incident-decided");
    }

    [Fact]
    public async Task Only_one_runs_where_the_definition_says_so()
    {
        await workshop.Publish(
            Flow.Of(
                "single",
                "activationStrategyType: SingletonStrategy",
                [$"type: Elsa.Event, {Flow.Text("eventName", "single-go")}", Flow.Line("'went'")]
            )
        );
        await workshop.Run("single");

        await workshop
            .Dora.PostAsJsonAsync("/api/workflows/single/run", new { })
            .Problem(System.Net.HttpStatusCode.Conflict, "workflow-runs-already");
        await workshop.Tell("single-go");
        await workshop.Until("single", "finished", 1);
        await workshop.Run("single");
    }

    private async Task<System.Text.Json.JsonElement> Incident(string workflow)
    {
        System.Text.Json.JsonElement found = default;
        await host.Until(async () =>
        {
            await Task.Delay(5);
            var items = (
                await workshop.Dora.GetAsync($"/api/workflows/incidents?workflow={workflow}").Ok()
            ).GetProperty("items");
            found = items.GetArrayLength() > 0 ? items[0] : default;
            return items.GetArrayLength() > 0;
        });
        return found;
    }
}
