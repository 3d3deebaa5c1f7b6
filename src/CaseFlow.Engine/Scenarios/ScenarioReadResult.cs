using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Scenarios;

/// <summary>A file of scenarios, read against its process: ready to run, or broken with every problem found.</summary>
public abstract record ScenarioReadResult
{
    private ScenarioReadResult() { }

    /// <summary>In the order of the file.</summary>
    public sealed record Ready(ImmutableArray<Scenario> Scenarios) : ScenarioReadResult;

    /// <summary>In the order of their places in the file.</summary>
    public sealed record Broken(ImmutableArray<Problem> Problems) : ScenarioReadResult;
}
