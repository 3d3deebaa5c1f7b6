using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Running;

/// <summary>How workflows run where they do not say it themselves.</summary>
public sealed record MachineSettings
{
    public FlowchartMode Flowchart { get; init; } = FlowchartMode.Counter;

    /// <summary>A burst that runs more activities than this ends with an incident: it most likely goes round in a circle.</summary>
    public int ActivitiesInBurst { get; init; } = 100_000;

    /// <summary>An instance that goes on in spite of incidents ends with so many of them.</summary>
    public int Incidents { get; init; } = 1_000;

    /// <summary>How deep workflows may hold each other as activities.</summary>
    public int Nesting { get; init; } = 50;
}
