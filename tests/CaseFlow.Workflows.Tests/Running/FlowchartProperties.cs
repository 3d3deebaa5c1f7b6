using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Running.State;
using CaseFlow.Workflows.Tests.Definitions;
using CsCheck;

namespace CaseFlow.Workflows.Tests.Running;

public class FlowchartProperties
{
    private static readonly string[] kinds =
    [
        "type: Elsa.WriteLine, text: x",
        "type: Elsa.Event, eventName: E",
        "type: Elsa.Delay",
        "type: Elsa.FlowDecision, condition: true",
        "type: Elsa.FlowDecision, condition: false",
        "type: Elsa.FlowJoin, mode: WaitAll",
        "type: Elsa.FlowJoin, mode: WaitAllActive",
        "type: Elsa.FlowJoin, mode: WaitAny",
        "type: Elsa.End",
        "type: Elsa.Fault, message: x",
        "type: Elsa.WriteLine, text: x, customProperties: {mergeMode: Merge}",
        "type: Elsa.WriteLine, text: x, customProperties: {mergeMode: Converge}",
        "type: Elsa.WriteLine, text: x, customProperties: {mergeMode: Race}",
        "type: Elsa.FlowFork",
    ];

    private static readonly string[] ports = ["Done", "\"True\"", "\"False\""];

    private static readonly Gen<string> flows = Gen.Int[1, 8]
        .SelectMany(count =>
            Gen.Select(
                Gen.OneOf(kinds).Array[count],
                Gen.Select(Gen.Int[0, count - 1], Gen.Int[0, count - 1], Gen.OneOf(ports)).Array[0, 2 * count]
            )
        )
        .Select(parts =>
            WorkflowReading.Flow(
                string.Join('\n', parts.Item1.Select((kind, index) => $"- {{id: a{index}, {kind}}}")),
                string.Join(
                    '\n',
                    parts.Item2.Select(way => WorkflowReading.Way($"a{way.Item1}", $"a{way.Item2}", way.Item3))
                )
            )
        );

    [Fact]
    public void Whatever_is_drawn_comes_to_an_end_of_each_burst() =>
        Gen.Select(flows, Gen.Enum<FlowchartMode>()).Sample((flow, mode) => Play(flow, mode, resumes: 20), iter: 500);

    // The host keeps instances as JSON and compares what was kept with what is read, after each burst.
    private static void Play(string flow, FlowchartMode mode, int resumes)
    {
        var host = new MemoryHost(mode, activitiesInBurst: 500);
        var instance = Start(host, flow);
        for (
            var round = 0;
            round < resumes && instance.State is { Status: InstanceStatus.Running, Bookmarks: [var next, ..] };
            round++
        )
        {
            host.Resume(instance, next);
        }

        var state = instance.State;
        Assert.True(
            state.Status == InstanceStatus.Finished || state.Bookmarks is not [] || state.Incidents is not [],
            $"It waits for nothing:\n{flow}\n{state.ToJson()}"
        );
    }

    private static MemoryInstance Start(MemoryHost host, string flow)
    {
        host.Import(flow, "flow.workflow.yaml");
        return host.Start("flow");
    }
}
