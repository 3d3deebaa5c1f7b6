namespace CaseFlow.Engine.Conditions;

/// <summary>Why a condition holds or does not: each of its parts with what it saw.</summary>
public sealed record ConditionExplanation(string Text, bool Holds, string? Error, ImmutableArray<ConditionLeaf> Leaves);

/// <summary>A part of a condition that asks one thing. It holds, does not hold, or cannot be answered (null).</summary>
public sealed record ConditionLeaf(string Text, string Value, bool? Holds);
