using System.Runtime.CompilerServices;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Running.Compiled;

namespace CaseFlow.Workflows.Running;

/// <summary>What all bursts of a machine share.</summary>
internal sealed class MachineParts(IWorkflowLibrary library, ExpressionEvaluator expressions, MachineSettings settings)
{
    private readonly ConditionalWeakTable<WorkflowDefinition, CompiledWorkflow> compiled = [];

    public ExpressionEvaluator Expressions => expressions;

    public MachineSettings Settings => settings;

    public CompiledWorkflow Compile(WorkflowDefinition definition) =>
        compiled.GetValue(definition, one => new CompiledWorkflow(one));

    public CompiledWorkflow? Find(string? versionId, string? definitionId, string? activityType) =>
        library.Find(versionId, definitionId, activityType) is { } found ? Compile(found) : null;
}
