namespace CaseFlow.Engine.Conditions;

/// <summary>What keeps a condition from holding, as one would tell it: what was seen, and what was needed.</summary>
/// <param name="Seen">Such as <c>customer.tier is 'standard'</c>.</param>
/// <param name="Needed">Such as <c>one of 'gold', 'platinum'</c>.</param>
public sealed record ConditionShortfall(string Seen, string Needed);
