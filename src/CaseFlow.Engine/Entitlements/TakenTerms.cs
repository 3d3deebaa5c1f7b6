namespace CaseFlow.Engine.Entitlements;

/// <summary>What a case has taken and not given back: exactly what it gives back one day.</summary>
/// <param name="Channel">The channel whose balance it was taken from beside the whole; null for the whole alone.</param>
/// <param name="On">Whether it was taken when the case came to be, or when it was resolved.</param>
public sealed record TakenTerms(Guid Entitlement, string? Channel, long Units, Decrease On);
