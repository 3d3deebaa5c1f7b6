using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Scenarios;

/// <summary>One thing that must be so of a case, and where the scenario says it.</summary>
internal abstract record Expectation(ScenarioPlace Place)
{
    /// <summary>A property of the case, such as <c>queue</c>, as text.</summary>
    public sealed record Is(ScenarioPlace Place, string Property, string Value) : Expectation(Place);

    /// <summary>A field; null where it must be empty.</summary>
    public sealed record Field(ScenarioPlace Place, string Key, FieldValue? Value) : Expectation(Place);

    /// <summary>How the clock of a KPI stands; <c>none</c> where it has not started.</summary>
    public sealed record ClockIs(ScenarioPlace Place, string Kpi, string State) : Expectation(Place);

    /// <summary>Somebody could, or could not, give a command now.</summary>
    /// <param name="Target">Null for any target.</param>
    public sealed record Can(
        ScenarioPlace Place,
        string Command,
        string? Target,
        bool Possible,
        Actor By,
        DateTimeOffset At
    ) : Expectation(Place);
}

/// <summary>The refusal that a step expects.</summary>
internal sealed record ExpectedRefusal(ScenarioPlace Place, string Code)
{
    /// <summary>A part of the sentence; null for any.</summary>
    public string? Says { get; init; }

    /// <summary>The names of all that must be missing, in any order; null for anything.</summary>
    public ImmutableArray<string>? Missing { get; init; }

    /// <summary>All that must be possible instead, in any order; null for anything.</summary>
    public ImmutableArray<string>? Allowed { get; init; }
}
