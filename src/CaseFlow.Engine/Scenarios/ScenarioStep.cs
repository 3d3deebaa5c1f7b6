using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Scenarios;

/// <summary>One thing that happens in a scenario: a command, or time that passes; and what is expected of it.</summary>
/// <param name="Text">How messages call it, such as <c>status: on-hold</c>.</param>
/// <param name="Command">With its actor and time; null where only time passes.</param>
public sealed record ScenarioStep(ScenarioPlace Place, string Text, CaseCommand? Command)
{
    /// <summary>The time that has come when the step is over, where only time passes.</summary>
    internal DateTimeOffset? Until { get; init; }

    /// <summary>It only says what must be so when all is done.</summary>
    internal bool IsEnd { get; init; }

    /// <summary>The case that this one becomes part of, where the command names one that exists.</summary>
    internal SurvivorFacts? Survivor { get; init; }

    /// <summary>The refusal that must come; null where the command must be accepted.</summary>
    internal ExpectedRefusal? Refused { get; init; }

    /// <summary>What must be so afterwards.</summary>
    internal ImmutableArray<Expectation> Then { get; init; } = [];
}
