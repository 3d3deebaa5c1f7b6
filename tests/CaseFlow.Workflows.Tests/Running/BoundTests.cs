using CaseFlow.Workflows.Tests.Definitions;
using static CaseFlow.Workflows.Tests.Running.Workflows;

namespace CaseFlow.Workflows.Tests.Running;

public class BoundTests
{
    [Fact]
    public void A_workflow_that_goes_round_in_a_circle_ends_with_an_incident()
    {
        var host = new MemoryHost(activitiesInBurst: 1_000);
        host.Import(
            Sequence("{id: w, type: Elsa.While, condition: true, body: {type: Elsa.Start}}"),
            "it.workflow.yaml"
        );

        var instance = host.Start("it");

        Assert.Equal("Finished/Faulted", instance.Status);
        Assert.Contains(
            "ran 1,000 activities",
            Assert.Single(instance.State.Incidents).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_value_that_is_none_of_its_type_is_told()
    {
        var host = new MemoryHost();
        var definition = host.Import(
            Sequence("{id: f, type: Elsa.For, start: abc, end: 0, body: {type: Elsa.Start}}"),
            "it.workflow.yaml"
        );

        var burst = host.Machine.Start(definition, new() { InstanceId = "one", Now = host.Now });

        Assert.StartsWith("'start' of 'f': 'abc' is no Int32", Assert.Single(burst.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_workflow_that_holds_itself_ends_with_an_incident()
    {
        var host = new MemoryHost();
        host.Import(
            "definitionId: me\nname: Me\nroot: {id: i, type: Me, workflowDefinitionId: me}",
            "me.workflow.yaml"
        );

        var instance = host.Start("me");

        Assert.Contains("levels deep", Assert.Single(instance.State.Incidents).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flowchart_of_many_activities_is_skipped_without_an_end_of_the_stack()
    {
        const int count = 4_000;
        var activities = Enumerable.Range(0, count).Select(n => $"- {{id: a{n}, type: Elsa.Start}}");
        var connections = Enumerable.Range(1, count - 1).Select(n => WorkflowReading.Way($"a{n - 1}", $"a{n}"));
        var host = new MemoryHost();
        host.Import(
            WorkflowReading.Flow(
                "- {id: d, type: Elsa.FlowDecision, condition: false}\n" + string.Join('\n', activities),
                WorkflowReading.Way("d", "a0", "\"True\"") + "\n" + string.Join('\n', connections)
            ),
            "flow.workflow.yaml"
        );

        Assert.Equal("Finished/Finished", host.Start("flow").Status);
    }

    [Fact]
    public void A_loop_leads_back_only_to_what_every_way_into_it_goes_through()
    {
        var host = new MemoryHost();
        host.Import(
            WorkflowReading.Flow(
                WorkflowReading.Lines(
                    "- {id: s, type: Elsa.Start}",
                    "- {id: a, type: Elsa.Start}",
                    "- {id: b, type: Elsa.Start}"
                ),
                WorkflowReading.Lines(
                    WorkflowReading.Way("s", "a"),
                    WorkflowReading.Way("s", "b"),
                    WorkflowReading.Way("a", "b"),
                    WorkflowReading.Way("b", "a")
                )
            ),
            "flow.workflow.yaml"
        );

        Assert.Contains(
            "into the middle of a loop",
            Assert.Single(host.Start("flow").State.Incidents).Message,
            StringComparison.Ordinal
        );
    }
}
