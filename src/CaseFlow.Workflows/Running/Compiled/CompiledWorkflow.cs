using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Expressions;

namespace CaseFlow.Workflows.Running.Compiled;

/// <summary>A workflow made ready to run, once for all its instances.</summary>
internal sealed class CompiledWorkflow
{
    private readonly Dictionary<string, CompiledActivity> byNodeId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CompiledActivity> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CompiledActivity> byName = new(StringComparer.Ordinal);

    public CompiledWorkflow(WorkflowDefinition definition)
    {
        Definition = definition;
        Shell = WorkflowCompiler.Compile(this);
        InputNames = [.. definition.Inputs.Select(input => input.Name)];
    }

    public WorkflowDefinition Definition { get; }

    /// <summary>The workflow itself, which holds its root.</summary>
    public CompiledActivity Shell { get; }

    public ImmutableArray<string> InputNames { get; }

    public CompiledActivity? ByNodeId(string nodeId) => byNodeId.GetValueOrDefault(nodeId);

    /// <summary>By its id, else by its name.</summary>
    public CompiledActivity? Find(string activity) =>
        byId.GetValueOrDefault(activity) ?? byName.GetValueOrDefault(activity);

    public void Add(CompiledActivity activity)
    {
        byNodeId[activity.NodeId] = activity;
        byId.TryAdd(activity.Id, activity);
        if (activity.Node.Name is { } name)
        {
            byName.TryAdd(name, activity);
        }
    }

    /// <param name="held">The workflow that the activity stands for, if it does.</param>
    public ActivityOutputs? OutputsOf(CompiledActivity activity, CompiledWorkflow? held)
    {
        var outputs =
            activity.Descriptor?.Outputs.Select(output => output.Name)
            ?? held?.Definition.Outputs.Select(output => output.Name)
            ?? [];
        IReadOnlyList<string> names = [.. outputs.Select(WorkflowNames.Upper)];
        var called = Definition.NamesOutputsByName ? activity.Node.Name : activity.Id;
        return names is [] ? null : new ActivityOutputs(activity.Id, called, names);
    }
}
