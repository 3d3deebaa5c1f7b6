using CaseFlow.Workflows.Documents;

namespace CaseFlow.Workflows.Definitions;

/// <summary>One version of a workflow, in the format of Elsa 3. It never changes.</summary>
public sealed record WorkflowDefinition
{
    /// <summary>Of this version.</summary>
    public required string VersionId { get; init; }

    /// <summary>The same in all versions.</summary>
    public required string DefinitionId { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public required int Version { get; init; }

    public bool IsLatest { get; init; }

    public bool IsPublished { get; init; }

    /// <summary>Made with a version that names outputs by the names of activities; before, by their ids.</summary>
    public bool NamesOutputsByName { get; init; }

    /// <summary>Whether another workflow may hold it as one of its activities.</summary>
    public bool IsUsableAsActivity { get; init; }

    public ImmutableArray<VariableDeclaration> Variables { get; init; } = [];

    public ImmutableArray<InputDeclaration> Inputs { get; init; } = [];

    public ImmutableArray<OutputDeclaration> Outputs { get; init; } = [];

    /// <summary>The ports that it has as an activity, beside <c>Done</c>.</summary>
    public ImmutableArray<string> Outcomes { get; init; } = [];

    public WorkflowOptions Options { get; init; } = new();

    public required ActivityNode Root { get; init; }

    /// <summary>The whole file, with all that means nothing here.</summary>
    public required DocumentObject Document { get; init; }

    /// <summary>The type of the activities that it is to other workflows, or null where it has no name.</summary>
    public string? ActivityType => Name is null ? null : WorkflowNames.Pascal(Name);

    public string ToJson() => WorkflowWriter.ToJson(Document);

    public string ToYaml() => WorkflowWriter.ToYaml(Document);
}

/// <summary>How a workflow runs.</summary>
public sealed record WorkflowOptions
{
    public IncidentStrategy Incidents { get; init; }

    /// <summary>How many instances may run at once.</summary>
    public ActivationStrategy Activation { get; init; }

    /// <summary>Null for what the machine is told.</summary>
    public FlowchartMode? Flowchart { get; init; }
}

/// <summary>What an instance does when an activity of it faults.</summary>
public enum IncidentStrategy
{
    /// <summary>It has faulted too.</summary>
    Fault,

    /// <summary>Its other branches go on.</summary>
    Continue,
}

/// <summary>Which instances may be started beside those that run.</summary>
public enum ActivationStrategy
{
    Always,

    /// <summary>One instance of the workflow.</summary>
    Singleton,

    /// <summary>One instance of the workflow for each correlation id.</summary>
    CorrelatedSingleton,

    /// <summary>One instance of any workflow for each correlation id.</summary>
    Correlation,
}

/// <summary>How a flowchart finds out what is next.</summary>
public enum FlowchartMode
{
    /// <summary>A path that is not taken is told to those behind it, so that no join waits for it.</summary>
    Counter,

    /// <summary>Each connection that is followed leaves a token.</summary>
    Token,
}
