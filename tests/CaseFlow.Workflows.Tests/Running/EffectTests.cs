using CaseFlow.Workflows.Running;
using CaseFlow.Workflows.Running.State;
using CaseFlow.Workflows.Values;
using static CaseFlow.Workflows.Tests.Running.Workflows;

namespace CaseFlow.Workflows.Tests.Running;

public class EffectTests
{
    [Fact]
    public void A_command_to_a_case_has_the_body_that_the_API_takes()
    {
        var host = Host(
            (_, request) => request with { Answer = "moved" },
            "{id: a, type: CaseFlow.MoveStatus, caseId: CS-1, to: researching, fields: {typeName: ObjectDictionary, expression: {type: Object, value: '{\"cause\": \"x\"}'}}, result: {memoryReference: {id: kept}}}",
            Write("getKept()")
        );

        host.Start("it");

        var work = Assert.IsType<WorkflowEffect.CaseWork>(Assert.Single(host.Effects));
        Assert.Equal((CaseVerb.MoveStatus, "CS-1"), (work.Verb, work.CaseId));
        Assert.Equal("""{"to":"researching","fields":{"cause":"x"}}""", ValueJson.Write(work.Body));
        Assert.Equal(["moved"], host.Lines);
    }

    [Fact]
    public void A_case_that_says_no_is_an_outcome()
    {
        var host = new MemoryHost { World = (_, request) => request with { Refusal = "no" } };
        host.Import(
            """
            definitionId: it
            root:
              type: Elsa.Flowchart
              activities:
                - {id: r, type: CaseFlow.ResolveCase, caseId: CS-1}
                - {id: yes, type: Elsa.WriteLine, text: resolved}
                - {id: "no", type: Elsa.WriteLine, text: refused}
              connections:
                - {source: {activity: r, port: Done}, target: {activity: yes}}
                - {source: {activity: r, port: Refused}, target: {activity: "no"}}
            """,
            "it.workflow.yaml"
        );

        host.Start("it");

        Assert.Equal(["refused"], host.Lines);
    }

    [Theory]
    [InlineData(200, "fine")]
    [InlineData(500, "other")]
    [InlineData(0, "unreached")]
    public void A_request_goes_the_way_of_what_came_back(int status, string line)
    {
        var host = new MemoryHost { World = (_, request) => request with { Answer = Answer(status) } };
        host.Import(
            """
            definitionId: it
            root:
              type: Elsa.Flowchart
              activities:
                - {id: s, type: Elsa.FlowSendHttpRequest, url: "http://x/y", method: post, content: hello}
                - {id: fine, type: Elsa.WriteLine, text: fine}
                - {id: other, type: Elsa.WriteLine, text: other}
                - {id: unreached, type: Elsa.WriteLine, text: unreached}
              connections:
                - {source: {activity: s, port: 200}, target: {activity: fine}}
                - {source: {activity: s, port: Unmatched status code}, target: {activity: other}}
                - {source: {activity: s, port: Failed to connect}, target: {activity: unreached}}
            """,
            "it.workflow.yaml"
        );

        host.Start("it");

        Assert.Equal([line], host.Lines);
        Assert.Equal(("POST", "http://x/y"), Sent(host));
    }

    [Fact]
    public void A_request_runs_the_activity_of_its_status()
    {
        var host = Host(
            (_, request) => request with { Answer = Answer(404) },
            "{id: s, type: Elsa.SendHttpRequest, url: http://x, expectedStatusCodes: [{statusCode: 200}, {statusCode: 404, activity: {type: Elsa.WriteLine, text: gone}}]}",
            "{type: Elsa.WriteLine, text: end}"
        );

        host.Start("it");

        Assert.Equal(["gone", "end"], host.Lines);
    }

    [Fact]
    public void An_answer_that_failed_is_an_incident_that_can_be_tried_again()
    {
        var isDown = true;
        var host = Host(
            (_, request) => isDown ? request with { Failure = "the database is away" } : request with { Answer = "it" },
            "{id: a, type: CaseFlow.GetCase, caseId: CS-1}",
            "{type: Elsa.WriteLine, text: end}"
        );
        var instance = host.Start("it");
        var incident = Assert.Single(instance.State.Incidents);
        Assert.Equal("the database is away", incident.Message);
        Assert.Equal("Finished/Faulted", instance.Status);

        isDown = false;
        host.Take(
            instance,
            host.Machine.Retry(instance.Definition, instance.State, new MendRequest(incident.Id, host.Now))
        );

        Assert.Equal("Finished/Finished", instance.Status);
        Assert.Equal(["end"], host.Lines);
    }

    [Fact]
    public void An_activity_that_faulted_can_be_skipped()
    {
        var host = Host(
            (_, request) => request,
            "{type: Elsa.Fault, message: no, code: \"7\"}",
            "{type: Elsa.WriteLine, text: end}"
        );
        var instance = host.Start("it");
        var incident = Assert.Single(instance.State.Incidents);
        Assert.Equal("7", incident.Code);

        host.Take(
            instance,
            host.Machine.Skip(instance.Definition, instance.State, new MendRequest(incident.Id, host.Now))
        );

        Assert.Equal(["end"], host.Lines);
        Assert.Equal("Finished/Finished", instance.Status);
        Assert.NotNull(
            host.Machine.Skip(instance.Definition, instance.State, new MendRequest(incident.Id, host.Now)).Ignored
        );
    }

    [Fact]
    public void A_cancelled_instance_waits_for_nothing()
    {
        var host = Host((_, request) => request, Event("Go"));
        var instance = host.Start("it");

        host.Take(instance, host.Machine.Cancel(instance.Definition, instance.State, host.Now));

        Assert.Equal("Finished/Cancelled", instance.Status);
        Assert.Empty(instance.State.Bookmarks);
    }

    [Fact]
    public void Effects_and_their_bookmarks_have_one_id()
    {
        var host = Host((_, request) => request, "{id: t, type: Elsa.RunTask, taskName: Approve}");

        var bookmark = Assert.Single(host.Start("it", id: "instance").State.Bookmarks);

        var task = Assert.IsType<WorkflowEffect.RunTask>(Assert.Single(host.Effects));
        Assert.Equal(bookmark.Id, task.Id);
        Assert.StartsWith("instance:", task.Id, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_starts_a_workflow_and_the_next_one_goes_on_with_it()
    {
        var host = Host(
            (_, request) => request,
            "{id: e, type: Elsa.HttpEndpoint, path: \"/cases/{id}\", customProperties: {canStartWorkflow: true}, routeData: {memoryReference: {id: kept}}}",
            "{type: Elsa.WriteHttpResponse, statusCode: Created, content: {typeName: Object, expression: {type: JavaScript, value: \"'case ' + getKept().id\"}}}",
            "{id: f, type: Elsa.HttpEndpoint, path: again, supportedMethods: [PUT, post]}"
        );
        var definition = host.Find(null, "it", null)!;
        var trigger = Assert.Single(host.Machine.Triggers(definition, host.Now));
        Assert.Equal((BookmarkKind.Http, "cases/{id}"), (trigger.Kind, trigger.Name));

        var route = new Dictionary<string, object?>(StringComparer.Ordinal) { ["id"] = "42" };
        var request = new Dictionary<string, object?>(StringComparer.Ordinal) { ["routeData"] = route };
        var instance = host.Start("it", trigger: trigger.ActivityId, answer: request);

        var answer = Assert.IsType<WorkflowEffect.WriteHttp>(Assert.Single(host.Effects));
        Assert.Equal((201, "case 42"), (answer.StatusCode, answer.Content));
        var bookmark = Assert.Single(instance.State.Bookmarks);
        Assert.Equal(["PUT", "POST"], (IList<object?>)bookmark.Details["methods"]!);
    }

    [Fact]
    public void One_workflow_runs_for_each_item_and_the_parent_goes_on_behind_the_last()
    {
        var host = Host(
            (_, request) => request,
            "{id: b, type: Elsa.BulkDispatchWorkflows, workflowDefinitionId: child, items: {typeName: Object, expression: {type: JavaScript, value: \"['x', 'y']\"}}, correlationIdFunction: {typeName: String, expression: {type: JavaScript, value: \"'c-' + getItem()\"}}, childCompleted: {type: Elsa.WriteLine, text: one}}",
            "{type: Elsa.WriteLine, text: end}"
        );
        host.Import(
            "definitionId: child\nroot: {type: Elsa.WriteLine, text: {typeName: String, expression: {type: JavaScript, value: \"getCorrelationId() + getInput('Item')\"}}}",
            "child.workflow.yaml"
        );

        var parent = host.Start("it");
        host.Rest();

        Assert.Equal(["c-xx", "c-yy", "one", "one", "end"], host.Lines);
        Assert.Equal("Finished/Finished", parent.Status);
    }

    [Fact]
    public void An_e_mail_says_whom_it_goes_to()
    {
        var host = Host(
            (_, request) => request,
            "{type: Elsa.SendEmail, to: [a@x.de, b@x.de], subject: Hello, body: Text}"
        );

        host.Start("it");

        var mail = Assert.IsType<WorkflowEffect.SendEmail>(Assert.Single(host.Effects));
        Assert.Equal(["a@x.de", "b@x.de"], mail.To);
    }

    private static MemoryHost Host(
        Func<WorkflowEffect, ResumeRequest, ResumeRequest> world,
        params ReadOnlySpan<string> activities
    )
    {
        var host = new MemoryHost { World = world };
        host.Import(Sequence(activities), "it.workflow.yaml");
        return host;
    }

    private static Dictionary<string, object?> Answer(int status) =>
        status == 0
            ? new(StringComparer.Ordinal) { ["problem"] = "connect" }
            : new(StringComparer.Ordinal) { ["statusCode"] = status, ["content"] = "x" };

    private static (string Method, string Url) Sent(MemoryHost host)
    {
        var sent = Assert.IsType<WorkflowEffect.SendHttp>(Assert.Single(host.Effects));
        return (sent.Method, sent.Url);
    }
}
