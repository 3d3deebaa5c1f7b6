using CaseFlow.Engine.Conditions;

namespace CaseFlow.Engine.Routing;

/// <summary>One line of the routing table: where all conditions hold, the case goes to the queue.</summary>
public sealed record RoutingRule(string Name, string Queue)
{
    /// <summary>Empty for the rule that catches the rest.</summary>
    public ImmutableArray<Condition> When { get; init; } = [];
}
