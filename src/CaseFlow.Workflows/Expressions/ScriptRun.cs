namespace CaseFlow.Workflows.Expressions;

/// <summary>What a script of an activity gave.</summary>
/// <param name="Outcomes">
/// What it said by <c>setOutcome</c> or <c>setOutcomes</c>; <see langword="null"/> where it said nothing.
/// </param>
public sealed record ScriptRun(object? Result, ImmutableArray<string>? Outcomes);
