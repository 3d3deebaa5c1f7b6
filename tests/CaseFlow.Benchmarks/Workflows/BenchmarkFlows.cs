using CaseFlow.Host.Workflows;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Running;

namespace CaseFlow.Benchmarks;

/// <summary>The workflows that are measured, and a machine for them.</summary>
internal sealed class BenchmarkFlows : IWorkflowLibrary
{
    public const string Event = "go";
    public const string MoverId = "mover";

    /// <summary>Five activities, two of them with a script.</summary>
    public static WorkflowDefinition Sequence { get; } =
        Read(
            """
            definitionId: five
            toolVersion: "3.8.0.0"
            variables: [{ id: v, name: count, typeName: Int32, storageDriverTypeName: WorkflowInstanceStorageDriver }]
            root:
              id: seq
              type: Elsa.Sequence
              activities:
                - { id: a, type: Elsa.SetVariable, variable: { id: v }, value: { typeName: Object, expression: { type: Literal, value: "1" } } }
                - { id: b, type: Elsa.WriteLine, text: one }
                - { id: c, type: Elsa.SetVariable, variable: { id: v }, value: { typeName: Object, expression: { type: JavaScript, value: getCount() + 1 } } }
                - { id: d, type: Elsa.WriteLine, text: { typeName: String, expression: { type: JavaScript, value: "'two ' + getCount()" } } }
                - { id: e, type: Elsa.WriteLine, text: three }
            """
        );

    /// <summary>Waits for an event and moves a case.</summary>
    public const string MoverText = """
        definitionId: mover
        toolVersion: "3.8.0.0"
        inputs: [{ name: caseId, type: String, storageDriverType: WorkflowInstanceStorageDriver }]
        root:
          id: seq
          type: Elsa.Sequence
          activities:
            - { id: wait, type: Elsa.Event, eventName: go }
            - id: move
              type: CaseFlow.MoveStatus
              caseId: { typeName: String, expression: { type: Input, value: { name: caseId } } }
              to: researching
        """;

    public static WorkflowDefinition Mover { get; } = Read(MoverText);

    public WorkflowMachine Machine => field ??= new(this, new ExpressionEvaluator(new ScriptLimits()));

    public WorkflowDefinition? Find(string? versionId, string? definitionId, string? activityType) => null;

    private static WorkflowDefinition Read(string yaml) =>
        WorkflowFiles.Read(System.Text.Encoding.UTF8.GetBytes(yaml), "flow.workflow.yaml", [])
            is WorkflowReadResult.Ready ready
            ? ready.Definition
            : throw new InvalidOperationException("The workflow is broken.");
}
