using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Documents;
using CaseFlow.Workflows.Running;
using CaseFlow.Workflows.Tests.Running;
using CsCheck;

namespace CaseFlow.Workflows.Tests.Definitions;

public class HostileDefinitionTests
{
    private static readonly DocumentPlace nowhere = new(1, 1);

    private static readonly DocumentNode[] strange =
    [
        new DocumentNothing(nowhere),
        new DocumentFlag(nowhere, Value: true, "true"),
        new DocumentNumber(nowhere, "-1"),
        new DocumentNumber(nowhere, "1e308"),
        new DocumentText(nowhere, ""),
        new DocumentText(nowhere, "a"),
        new DocumentText(nowhere, "[{"),
        new DocumentList(nowhere, []),
        new DocumentList(nowhere, [new DocumentText(nowhere, "x"), new DocumentNumber(nowhere, "7")]),
        new DocumentObject(nowhere, []),
        new DocumentObject(nowhere, [new DocumentMember(nowhere, "id", new DocumentNumber(nowhere, "3"))]),
    ];

    private static readonly string everything = File.ReadAllText(
        Repository.PathTo("tests", "CaseFlow.Workflows.Tests", "Definitions", "everything.workflow.yaml")
    );

    private static readonly DocumentNode document =
        DocumentReader.Read(everything, "everything.workflow.yaml", out _) ?? throw new InvalidOperationException();

    [Fact]
    public void A_workflow_of_every_activity_wants_all_that_can_be_wanted_and_it_survives_JSON()
    {
        var host = new MemoryHost();
        var burst = host.Machine.Start(host.Import(everything, "e.yaml"), new() { InstanceId = "i", Now = host.Now });

        Assert.Equal(
            typeof(WorkflowEffect).GetNestedTypes().Select(type => type.Name).Order(StringComparer.Ordinal),
            burst.Effects.Select(effect => effect.GetType().Name).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            burst.Effects.Select(effect => effect.ToJson()),
            burst.Effects.Select(effect => WorkflowEffect.FromJson(effect.ToJson()).ToJson())
        );
    }

    [Fact]
    public void Whatever_stands_in_a_place_where_it_does_not_belong_is_refused_or_runs() =>
        Gen.Select(Gen.Int[0, Count(document) - 1], Gen.OneOf(strange), Gen.Enum<FlowchartMode>())
            .Sample(
                (place, with, mode) => Run(WorkflowWriter.ToJson(Replace(document, ref place, with)), mode),
                iter: 500
            );

    private static void Run(string text, FlowchartMode mode)
    {
        if (WorkflowReader.Read(text, "everything.json") is not WorkflowReadResult.Ready)
        {
            return;
        }

        var host = new MemoryHost(mode, activitiesInBurst: 2_000)
        {
            World = (_, request) => request with { Answer = "x" },
        };
        var definition = host.Import(text);
        foreach (var trigger in host.Machine.Triggers(definition, host.Now).Select(one => one.ActivityId).Append(null))
        {
            var request = new StartRequest
            {
                InstanceId = "i",
                Now = host.Now,
                TriggerActivityId = trigger,
            };
            host.Machine.Start(definition, request);
        }
    }

    private static int Count(DocumentNode node) =>
        1
        + node switch
        {
            DocumentObject group => group.Members.Sum(member => Count(member.Value)),
            DocumentList list => list.Items.Sum(Count),
            _ => 0,
        };

    // The node that is so many places further on, in the order of the file, becomes another.
    private static DocumentNode Replace(DocumentNode node, ref int place, DocumentNode with)
    {
        if (place-- == 0)
        {
            return with;
        }

        switch (node)
        {
            case DocumentObject group:
                var members = ImmutableArray.CreateBuilder<DocumentMember>();
                foreach (var member in group.Members)
                {
                    members.Add(member with { Value = Replace(member.Value, ref place, with) });
                }

                return group with
                {
                    Members = members.ToImmutable(),
                };
            case DocumentList list:
                var items = ImmutableArray.CreateBuilder<DocumentNode>();
                foreach (var item in list.Items)
                {
                    items.Add(Replace(item, ref place, with));
                }

                return list with
                {
                    Items = items.ToImmutable(),
                };
            default:
                return node;
        }
    }
}
