namespace CaseFlow.Engine.Processes;

/// <summary>When a resolved case is taken up again because something comes in for it.</summary>
/// <param name="Within">How long after it was resolved.</param>
/// <param name="Status">Where it goes; null for the first active status that its own leads to.</param>
public sealed record ReopenPolicy(TimeSpan Within, string? Status);
