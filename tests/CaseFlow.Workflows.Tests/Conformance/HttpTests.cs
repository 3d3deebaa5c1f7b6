using CaseFlow.Workflows.Running;
using CaseFlow.Workflows.Tests.Running;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Tests.Conformance;

public class HttpTests
{
    [Fact]
    public void A_route_and_a_query_reach_the_answer()
    {
        var (host, _) = Requested("h1-route", """{"routeData": {"id": "42"}, "queryStringData": {"x": "1"}}""");

        Assert.Equal((200, "case 42 x=1"), Answer(host));
    }

    [Fact]
    public void A_body_reaches_the_answer()
    {
        var (host, _) = Requested("h2-post", """{"parsedContent": {"title": "T", "n": 2}}""");

        var (status, content) = Answer(host);
        Assert.Equal((201, """{"got":"T","n":3}"""), (status, ValueJson.Write(content)));
    }

    [Fact]
    public void A_fault_is_kept_as_an_incident()
    {
        var (_, instance) = Requested("h3-fault", "{}");

        Assert.Equal("kaput", Assert.Single(instance.State.Incidents).Message);
    }

    [Fact]
    public void A_second_request_goes_on_with_the_instance()
    {
        var (host, instance) = Requested("h4-two", "{}", "c2");
        Assert.Equal((200, "started"), Answer(host));
        var bookmark = Assert.Single(instance.State.Bookmarks);
        Assert.Equal("two/resume", bookmark.Name);

        host.Effects.Clear();
        host.Resume(instance, bookmark);

        Assert.Equal((200, "resumed c2"), Answer(host));
    }

    private static (MemoryHost Host, MemoryInstance Instance) Requested(
        string name,
        string request,
        string? about = null
    )
    {
        var host = new MemoryHost();
        var definition = host.Import(File.ReadAllText(Path.Combine(ConformanceData.Folder, "http", name + ".json")));
        var trigger = Assert.Single(host.Machine.Triggers(definition, host.Now));
        return (
            host,
            host.Start(definition.DefinitionId, null, about, null, trigger.ActivityId, ValueJson.Read(request))
        );
    }

    private static (int Status, object? Content) Answer(MemoryHost host)
    {
        var answer = Assert.IsType<WorkflowEffect.WriteHttp>(Assert.Single(host.Effects));
        return (answer.StatusCode, answer.Content);
    }
}
