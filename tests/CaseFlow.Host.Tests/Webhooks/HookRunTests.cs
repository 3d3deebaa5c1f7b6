using CaseFlow.Host.Tests.Workflows;

namespace CaseFlow.Host.Tests.Webhooks;

/// <summary>Deliveries that start workflows.</summary>
public sealed class HookRunTests : IAsyncLifetime
{
    private const string Calls = """
        webhook: calls
        process: support-case
        verify: none
        delivery: body.id
        key: body.call
        rules:
          - when: body.kind == 'new'
            do:
              - create: { title: "${body.title}", customer: Contoso }
              - run: { workflow: greet, input: { who: "${body.title}", count: "${body.count}" } }
          - when: body.kind == 'plain'
            do: { run: echo }
          - when: body.kind == 'lost'
            do: { run: nowhere }

        """;

    private readonly RunningHost host = new();
    private readonly Deliveries deliveries;
    private Workshop workshop = null!;

    public HookRunTests() => deliveries = new(host);

    public async ValueTask InitializeAsync()
    {
        await host.InitializeAsync();
        await host.Account();
        workshop = new(host);
        await workshop.Publish(Flow.Of("greet", Line("'hello ' + getInput('who') + ', ' + (getInput('count') + 1)")));
        await workshop.Publish(Flow.Of("echo", Line("getInput('payload').kind + ' ' + getInput('payload').id")));
        await deliveries.Save("calls", Calls);
    }

    public async ValueTask DisposeAsync()
    {
        workshop.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_delivery_starts_a_workflow_about_the_case_that_it_opened()
    {
        var delivery = await deliveries.Send(Call("""{"id":"1","call":"a","kind":"new","title":"Fire","count":41}"""));

        Assert.Equal("done", delivery.Text("state"));
        var opened = await deliveries.CaseOf(delivery);
        var instance = await workshop.Instance(delivery.GetProperty("results")[1].Text("instance")!);
        Assert.Equal(["hello Fire, 42"], Workshop.Lines(instance));
        Assert.Equal(opened.Text("id"), instance.GetProperty("instance").Text("correlationId"));
    }

    [Fact]
    public async Task Without_inputs_named_the_body_is_the_payload()
    {
        var delivery = await deliveries.Send(Call("""{"id":"7","kind":"plain"}"""));

        var instance = await workshop.Instance(delivery.GetProperty("results")[0].Text("instance")!);
        Assert.Equal(["plain 7"], Workshop.Lines(instance));
    }

    [Fact]
    public async Task A_replay_of_what_was_done_starts_nothing_more()
    {
        var delivery = await deliveries.Send(Call("""{"id":"8","kind":"plain"}"""));

        var again = await deliveries.Replay(delivery.Text("id")!);

        Assert.Equal("unchanged", again.GetProperty("results")[0].Text("outcome"));
        Assert.Single(
            await workshop.Instances("echo", "finished"),
            one => one.Text("id") == again.GetProperty("results")[0].Text("instance")
        );
    }

    [Fact]
    public async Task A_workflow_that_is_not_there_is_refused_and_a_replay_runs_it_once_it_is()
    {
        var delivery = await deliveries.Send(Call("""{"id":"9","kind":"lost"}"""));
        Assert.Equal("refused", delivery.Text("state"));
        Assert.Equal("no-such-workflow", delivery.GetProperty("results")[0].Text("code"));

        await workshop.Publish(Flow.Of("nowhere", Line("'here after all'")));
        var again = await deliveries.Replay(delivery.Text("id")!);

        var instance = await workshop.Instance(again.GetProperty("results")[0].Text("instance")!);
        Assert.Equal(["here after all"], Workshop.Lines(instance));
    }

    private static HttpRequestMessage Call(string body) => Senders.Post("/hooks/calls", body);

    private static string Line(string script) => Flow.Line(script);
}
