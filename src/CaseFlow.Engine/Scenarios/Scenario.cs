using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Entitlements;

namespace CaseFlow.Engine.Scenarios;

/// <summary>A test that an admin wrote beside a process: a case as it is created, what is asked of it, and what must come of that.</summary>
public sealed class Scenario
{
    internal Scenario(string name, ScenarioPlace place, ImmutableArray<ScenarioStep> steps)
    {
        Name = name;
        Place = place;
        Steps = steps;
    }

    /// <summary>A sentence: it says what the process promises.</summary>
    public string Name { get; }

    public ScenarioPlace Place { get; }

    /// <summary>Creating the case comes first.</summary>
    public ImmutableArray<ScenarioStep> Steps { get; }

    /// <summary>Everybody that the scenario speaks of.</summary>
    internal ImmutableDictionary<Guid, CustomerFacts> People { get; init; } =
        ImmutableDictionary<Guid, CustomerFacts>.Empty;

    /// <summary>What its customer is entitled to; none where it speaks of none.</summary>
    internal ImmutableArray<EntitlementFacts> Entitlements { get; init; } = [];

    public override string ToString() => Name;
}

/// <summary>Where something stands in a file of scenarios. Lines and columns count from 1.</summary>
public sealed record ScenarioPlace(string File, int Line, int Column)
{
    public override string ToString() => $"{File}({Line},{Column})";
}
