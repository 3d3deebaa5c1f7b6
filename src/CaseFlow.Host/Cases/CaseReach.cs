namespace CaseFlow.Host.Cases;

/// <summary>Who lists, and what is not listed for him.</summary>
/// <param name="Me">Whom a filter may name <c>me</c>.</param>
/// <param name="Hidden">The processes in which the queue that the filter names is private, and he is none of its people.</param>
internal sealed record CaseReach(string Me, ImmutableArray<string> Hidden);
