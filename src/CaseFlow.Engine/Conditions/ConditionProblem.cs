namespace CaseFlow.Engine.Conditions;

/// <summary>What is wrong with the text of a condition, and where.</summary>
public sealed record ConditionProblem(int Offset, int Length, string Message);
