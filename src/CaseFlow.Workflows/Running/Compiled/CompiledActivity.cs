using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Running.Compiled;

/// <summary>An activity made ready to run: everything that can be found out beforehand is found out.</summary>
internal sealed class CompiledActivity
{
    public required ActivityNode Node { get; init; }

    public required CompiledWorkflow Workflow { get; init; }

    public required ActivityExecutor Executor { get; init; }

    public required ActivityDescriptor? Descriptor { get; init; }

    /// <summary>What holds it; null for the workflow itself.</summary>
    public required CompiledActivity? Holder { get; init; }

    /// <summary>Its ids from the root on.</summary>
    public required string NodeId { get; init; }

    /// <summary>Its place among the activities of its holder.</summary>
    public required int Index { get; init; }

    public required ImmutableArray<CompiledInput> Inputs { get; init; }

    /// <summary>The values of the inputs where none of them has to be evaluated; else null.</summary>
    public object?[]? ConstantInputs { get; init; }

    public required ImmutableArray<VariableDeclaration> Variables { get; init; }

    public string Id => Node.Id;

    public bool IsTerminal => Descriptor?.IsTerminal == true;

    public ImmutableArray<CompiledActivity> Activities { get; set; } = [];

    public ImmutableArray<CompiledCase> Cases { get; set; } = [];

    /// <summary>By the names of <see cref="ActivityNode.Ports"/>.</summary>
    public ImmutableDictionary<string, CompiledActivity> Ports { get; set; } =
        ImmutableDictionary<string, CompiledActivity>.Empty;

    public ImmutableArray<CompiledState> States { get; set; } = [];

    public ImmutableArray<CompiledTransition> Transitions { get; set; } = [];

    /// <summary>The graph of a flowchart.</summary>
    public FlowGraphs? Graphs { get; set; }

    /// <summary>Every activity that it holds itself.</summary>
    public IEnumerable<CompiledActivity> Children =>
        Activities
            .Concat(Cases.Select(one => one.Activity).OfType<CompiledActivity>())
            .Concat(Ports.OrderBy(port => port.Key, StringComparer.Ordinal).Select(port => port.Value))
            .Concat(States.SelectMany(state => new[] { state.Entry, state.Exit }).OfType<CompiledActivity>())
            .Concat(Transitions.SelectMany(move => new[] { move.Trigger, move.Action }).OfType<CompiledActivity>());

    public CompiledActivity? Port(string name) => Ports.GetValueOrDefault(name);

    public int InputIndex(string name)
    {
        for (var index = 0; index < Inputs.Length; index++)
        {
            if (Inputs[index].Name == name)
            {
                return index;
            }
        }

        return -1;
    }
}

/// <summary>An input made ready.</summary>
/// <param name="Expression">Null where nothing is given; then it is <paramref name="Constant"/>.</param>
/// <param name="IsConstant">Whether its value never changes.</param>
/// <param name="IsLate">Whether the activity evaluates it itself.</param>
/// <param name="Failure">Why the constant is not what is written.</param>
internal sealed record CompiledInput(
    string Name,
    DeclaredType Type,
    WorkflowExpression? Expression,
    bool IsConstant,
    object? Constant,
    bool IsLate,
    string? Failure = null
);

/// <summary>A case of a switch, or the activity of a status code.</summary>
internal sealed record CompiledCase(string Label, WorkflowExpression? Condition, CompiledActivity? Activity);

/// <summary>A state of a state machine.</summary>
internal sealed record CompiledState(string Name, CompiledActivity? Entry, CompiledActivity? Exit);

/// <summary>A transition of a state machine; states by their indexes, -1 for one that is not there.</summary>
internal sealed record CompiledTransition(
    int From,
    int To,
    CompiledActivity? Trigger,
    WorkflowExpression? Condition,
    CompiledActivity? Action
);
