namespace CaseFlow.Host.Shell.InProcess;

/// <summary>One page of a list, as the API answers with it.</summary>
/// <param name="Next">The cursor of the next one; null where this is the last.</param>
public sealed record Listed<T>(ImmutableArray<T> Items, string? Next = null);
