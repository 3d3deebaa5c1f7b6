namespace CaseFlow.Engine.Cases;

/// <summary>A link between two cases that are alike; both have it.</summary>
/// <param name="Id">The other case.</param>
/// <param name="SolutionFound">The solution was found in the other case, or, where the link leads back, in this one.</param>
/// <param name="IsBack">The link was made from the other case.</param>
public sealed record SimilarCase(CaseId Id, bool SolutionFound, bool IsBack, string By, DateTimeOffset At);
