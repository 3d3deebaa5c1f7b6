using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Running;
using static CaseFlow.Workflows.Tests.Definitions.WorkflowReading;

namespace CaseFlow.Workflows.Tests.Running;

public class JoinTests
{
    [Theory]
    [InlineData("type: Elsa.FlowJoin, mode: WaitAllActive", "after")]
    [InlineData("type: Elsa.FlowJoin, mode: WaitAny", "after")]
    [InlineData("type: Elsa.FlowNode, customProperties: {mergeMode: Merge}", "after")]
    [InlineData("type: Elsa.FlowJoin, mode: WaitAll", null)]
    [InlineData("type: Elsa.FlowNode, customProperties: {mergeMode: Converge}", null)]
    public void A_join_does_not_wait_for_ever_for_a_branch_that_was_not_taken(string join, string? line)
    {
        var host = new MemoryHost(FlowchartMode.Token);
        host.Import(
            Flow(
                Lines(
                    "- {id: d, type: Elsa.FlowDecision, condition: true}",
                    "- {id: t, type: Elsa.FlowNode}",
                    "- {id: f, type: Elsa.FlowNode}",
                    $"- {{id: j, {join}}}",
                    Line("z", "after")
                ),
                Lines(
                    Way("d", "t", "\"True\""),
                    Way("d", "f", "\"False\""),
                    Way("t", "j"),
                    Way("f", "j"),
                    Way("j", "z")
                )
            ),
            "flow.workflow.yaml"
        );

        var instance = host.Start("flow");

        Assert.Equal("Finished/Finished", instance.Status);
        Assert.Equal(line is null ? [] : [line], host.Lines);
    }

    [Fact]
    public void What_was_asked_for_before_a_fault_is_answered_still()
    {
        var host = new MemoryHost { World = (_, request) => request with { Answer = "it" } };
        host.Import(
            Flow(
                Lines(
                    "- {id: s, type: Elsa.Start}",
                    "- {id: get, type: CaseFlow.GetCase, caseId: CS-1}",
                    "- {id: f, type: Elsa.Fault, message: no}",
                    Line("after")
                ),
                Lines(Way("s", "get"), Way("s", "f"), Way("get", "after"))
            ),
            "flow.workflow.yaml"
        );

        var instance = host.Start("flow");

        Assert.Equal("Finished/Faulted", instance.Status);
        Assert.Equal(["x"], host.Lines);
    }

    [Fact]
    public void The_round_of_a_loop_that_faulted_is_tried_again_with_its_item()
    {
        const string loop = """
            definitionId: it
            toolVersion: "3.8.0.0"
            variables: [{id: ok, name: ok, typeName: Boolean, storageDriverTypeName: Workflow}]
            root:
              type: Elsa.ForEach
              items: {typeName: Object, expression: {type: JavaScript, value: "['a', 'b']"}}
              body:
                type: Elsa.WriteLine
                text: {typeName: String, expression: {type: JavaScript, value: "if (getCurrentValue() === 'b' && !getOk()) { setOk(true); nope(); } getCurrentIndex() + getCurrentValue()"}}
            """;
        var host = new MemoryHost();
        host.Import(loop, "it.workflow.yaml");
        var instance = host.Start("it");
        var incident = Assert.Single(instance.State.Incidents);

        host.Take(
            instance,
            host.Machine.Retry(instance.Definition, instance.State, new MendRequest(incident.Id, host.Now))
        );

        Assert.Equal(["0a", "1b"], host.Lines);
        Assert.Equal("Finished/Finished", instance.Status);
    }
}
