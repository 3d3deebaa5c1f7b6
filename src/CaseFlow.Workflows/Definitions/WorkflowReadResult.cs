using CaseFlow.Engine.Processes;

namespace CaseFlow.Workflows.Definitions;

/// <summary>A workflow read from its file: ready to run, or broken with every problem found, not only the first.</summary>
public abstract record WorkflowReadResult
{
    private WorkflowReadResult() { }

    /// <summary>In the order of their places in the file.</summary>
    public required ImmutableArray<WorkflowWarning> Warnings { get; init; }

    public sealed record Ready(WorkflowDefinition Definition) : WorkflowReadResult;

    /// <summary>In the order of their places in the file.</summary>
    public sealed record Broken(ImmutableArray<Problem> Problems) : WorkflowReadResult;
}
