using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace CaseFlow.Host.Tests.Workflows;

/// <summary>Workflows that answer requests. The four of elsa-conformance/http answer as they did when Elsa ran them, or better.</summary>
public sealed class RequestTests(RunningHost host) : IClassFixture<RunningHost>, IAsyncLifetime
{
    private readonly Workshop workshop = new(host);
    private readonly HttpClient stranger = host.Anonymous();

    public async ValueTask InitializeAsync()
    {
        foreach (
            var file in Directory.EnumerateFiles(Path.Combine(SharedData.Folder("elsa-conformance"), "http"), "h*.json")
        )
        {
            var definition = new StringContent(await File.ReadAllTextAsync(file), Encoding.UTF8, "application/json");
            await workshop.Dora.PostAsync("/api/workflows/publish", definition).Ok();
        }
    }

    public ValueTask DisposeAsync()
    {
        stranger.Dispose();
        workshop.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_route_and_the_query_are_told()
    {
        var answer = await stranger.GetAsync("/workflows/cases/42?x=1");

        Assert.Equal((200, "text/plain"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal("case 42 x=1", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_body_of_json_is_told_and_answered()
    {
        var answer = await stranger.PostAsJsonAsync("/workflows/cases", new { title = "T", n = 2 });

        Assert.Equal(
            (201, "application/json"),
            ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType)
        );
        Assert.Equal("""{"got":"T","n":3}""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_body_that_is_no_json_is_refused()
    {
        var body = new StringContent("{bad json", Encoding.UTF8, "application/json");

        await stranger.PostAsync("/workflows/cases", body).Problem(HttpStatusCode.BadRequest, "malformed");
    }

    [Fact]
    public async Task One_that_faults_says_so_without_saying_why_to_strangers()
    {
        var problem = await stranger
            .PostAsJsonAsync("/workflows/fault", new { })
            .Problem(HttpStatusCode.InternalServerError, "workflow-faulted");

        Assert.DoesNotContain("kaput", problem.GetRawText(), StringComparison.Ordinal);
        var incidents = (await workshop.Dora.GetAsync("/api/workflows/incidents?workflow=h3-fault").Ok()).GetProperty(
            "items"
        );
        Assert.Equal("kaput", incidents[0].Text("message"));
    }

    [Fact]
    public async Task A_second_request_goes_on_with_the_instance_that_it_is_about()
    {
        Assert.Equal("started", await stranger.GetStringAsync("/workflows/two/start?correlationId=c1"));
        Assert.Equal("started", await stranger.GetStringAsync("/workflows/two/start?correlationId=c2"));
        await workshop.Until("h4-two", "suspended", 2);

        // Elsa answers 500 where several instances wait; which request is meant is the asker's to say.
        await stranger.GetAsync("/workflows/two/resume").Problem(HttpStatusCode.Conflict, "several-workflows");
        Assert.Equal("resumed c2", await stranger.GetStringAsync("/workflows/two/resume?correlationId=c2"));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await stranger.GetAsync("/workflows/two/resume?correlationId=c2")).StatusCode
        );
    }

    [Fact]
    public async Task Where_no_workflow_listens_there_is_nothing()
    {
        await stranger.GetAsync("/workflows/nope").Problem(HttpStatusCode.NotFound, "not-found");
        await stranger.DeleteAsync("/workflows/cases/42").Problem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task One_without_an_answer_is_well_and_one_that_waits_says_where_it_is()
    {
        var trigger = "type: Elsa.HttpEndpoint, customProperties: { canStartWorkflow: true }";
        await workshop.Publish(Flow.Of("silent", $"{trigger}, {Flow.Text("path", "silent")}", Flow.Line("'shh'")));
        await workshop.Publish(
            Flow.Of(
                "slow",
                $"{trigger}, {Flow.Text("path", "slow")}",
                $"type: Elsa.Event, {Flow.Text("eventName", "slow-go")}",
                Flow.Line("'at last'")
            )
        );

        Assert.Equal("", await stranger.GetStringAsync("/workflows/silent"));
        var accepted = await stranger.GetAsync("/workflows/slow");
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal(
            "suspended",
            (await workshop.Instance((await accepted.Json()).Text("instance")!))
                .GetProperty("instance")
                .Text("subStatus")
        );
    }

    [Fact]
    public async Task One_that_asks_a_case_first_answers_with_it()
    {
        var id = (await host.Case("Ask me")).Text("id");
        await workshop.Publish(
            Flow.Of(
                "shows",
                $"type: Elsa.HttpEndpoint, customProperties: {{ canStartWorkflow: true }}, {Flow.Text("path", "shows/{id}")}, {Flow.Into("routeData")}",
                $"type: CaseFlow.GetCase, {Flow.Script("caseId", "String", "getV().id")}, {Flow.Into("result")}",
                $"type: Elsa.WriteHttpResponse, {Flow.Script("content", "Object", "getV().title")}"
            )
        );

        Assert.Equal("Ask me", await stranger.GetStringAsync($"/workflows/shows/{id}"));
    }

    [Fact]
    public async Task One_may_want_to_know_who_asks()
    {
        await workshop.Publish(
            Flow.Of(
                "private",
                $"type: Elsa.HttpEndpoint, customProperties: {{ canStartWorkflow: true }}, {Flow.Text("path", "private")}, {Flow.Text("policy", "supervisor")}, authorize: {{ typeName: Boolean, expression: {{ type: Literal, value: \"true\" }} }}",
                $"type: Elsa.WriteHttpResponse, {Flow.Text("content", "hello")}"
            )
        );
        using var ann = host.As("ann");
        using var sue = host.As("sue", "supervisor");

        await stranger.GetAsync("/workflows/private").Problem(HttpStatusCode.Unauthorized, "not-signed-in");
        await ann.GetAsync("/workflows/private").Problem(HttpStatusCode.Forbidden, "role-not-allowed");
        Assert.Equal("hello", await sue.GetStringAsync("/workflows/private"));
    }
}
