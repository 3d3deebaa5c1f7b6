using CaseFlow.Workflows.Documents;
using CaseFlow.Workflows.Expressions;

namespace CaseFlow.Workflows.Definitions;

/// <summary>An activity where it stands in a workflow.</summary>
public sealed record ActivityNode
{
    public required DocumentPlace At { get; init; }

    /// <summary>Distinct in its workflow.</summary>
    public required string Id { get; init; }

    public string? Name { get; init; }

    /// <summary>Such as <c>Elsa.WriteLine</c>, or the name of a workflow.</summary>
    public required string Type { get; init; }

    /// <summary>Whether it starts instances of its workflow.</summary>
    public bool CanStart { get; init; }

    /// <summary>How it joins its inbound connections in token mode.</summary>
    public string? MergeMode { get; init; }

    public ImmutableDictionary<string, InputBinding> Inputs { get; init; } =
        ImmutableDictionary<string, InputBinding>.Empty;

    public ImmutableDictionary<string, OutputBinding> Outputs { get; init; } =
        ImmutableDictionary<string, OutputBinding>.Empty;

    /// <summary>The activities that it holds by name: <c>body</c>, <c>then</c>, <c>default</c>.</summary>
    public ImmutableDictionary<string, ActivityNode> Ports { get; init; } =
        ImmutableDictionary<string, ActivityNode>.Empty;

    /// <summary>Those that it holds in a list: its activities or branches.</summary>
    public ImmutableArray<ActivityNode> Activities { get; init; } = [];

    public ImmutableArray<FlowConnection> Connections { get; init; } = [];

    public ImmutableArray<VariableDeclaration> Variables { get; init; } = [];

    public ImmutableArray<SwitchCase> Cases { get; init; } = [];

    public ImmutableArray<MachineState> States { get; init; } = [];

    public ImmutableArray<MachineTransition> Transitions { get; init; } = [];

    /// <summary>The workflow that it stands for, or null for a built-in activity.</summary>
    public WorkflowReference? Workflow { get; init; }

    /// <summary>All that the file says about it.</summary>
    public required DocumentObject Document { get; init; }

    /// <summary>Every activity that it holds itself, in the order of visiting.</summary>
    public IEnumerable<ActivityNode> Children =>
        Activities
            .Concat(Cases.Select(one => one.Activity).OfType<ActivityNode>())
            .Concat(Ports.OrderBy(port => port.Key, StringComparer.Ordinal).Select(port => port.Value))
            .Concat(States.SelectMany(state => new[] { state.Entry, state.Exit }).OfType<ActivityNode>())
            .Concat(Transitions.SelectMany(move => new[] { move.Trigger, move.Action }).OfType<ActivityNode>());

    /// <summary>A text that stands there as it is, not as an expression.</summary>
    public string? Setting(string name) => (Document[name] as DocumentText)?.Value;
}

/// <summary>The value of an input.</summary>
public sealed record InputBinding(DocumentPlace At, BoundExpression Expression);

/// <summary>An expression where it stands.</summary>
public sealed record BoundExpression(DocumentPlace At, WorkflowExpression Expression);

/// <summary>Where an output goes: the id of a variable, or the name of an output of the workflow.</summary>
public sealed record OutputBinding(DocumentPlace At, string Target);

/// <summary>A way from one activity of a flowchart to another.</summary>
/// <param name="Port">The outcome that it is followed for; null for an activity that gives no outcome of its own.</param>
public sealed record FlowConnection(DocumentPlace At, string Source, string? Port, string Target);

/// <summary>A case of a switch.</summary>
public sealed record SwitchCase(DocumentPlace At, string Label, BoundExpression? Condition, ActivityNode? Activity);

/// <summary>A state of a state machine.</summary>
public sealed record MachineState(DocumentPlace At, string Name, ActivityNode? Entry, ActivityNode? Exit);

/// <summary>A way from one state to another.</summary>
public sealed record MachineTransition(
    DocumentPlace At,
    string Name,
    string From,
    string To,
    ActivityNode? Trigger,
    BoundExpression? Condition,
    ActivityNode? Action
);

/// <summary>Which workflow an activity stands for: this version, else the published one, else the latest.</summary>
public sealed record WorkflowReference(string? DefinitionId, string? VersionId);
