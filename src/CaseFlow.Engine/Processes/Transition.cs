using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Conditions;
using CaseFlow.Engine.Sla;

namespace CaseFlow.Engine.Processes;

/// <summary>One allowed move from a status to another, with what must hold for it.</summary>
public sealed record Transition(string From, string To)
{
    /// <summary>What people call the move; null where the target's title says it.</summary>
    public LocalText? Name { get; init; }

    /// <summary>All must hold, over the case as it will be with the fields that come with the move.</summary>
    public ImmutableArray<Condition> When { get; init; } = [];

    /// <summary>Who may make it; <see cref="Role.None"/> where the process does not say.</summary>
    public Role Roles { get; init; }

    /// <summary>Fields that must be filled, before or with the move.</summary>
    public ImmutableArray<string> Requires { get; init; } = [];

    /// <summary>How long after the case came to the status it makes the move by itself; null where only people make it.</summary>
    public Wait? After { get; init; }
}
