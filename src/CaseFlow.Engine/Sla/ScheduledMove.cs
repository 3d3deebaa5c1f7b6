namespace CaseFlow.Engine.Sla;

/// <summary>A move that the case makes by itself out of the status that it is in.</summary>
/// <param name="After">How long after it came to the status, as the definition says it.</param>
/// <param name="Fingerprint">Of the calendar that it was found by; null where all time counts.</param>
/// <param name="Due">Null once it was tried and refused.</param>
public sealed record ScheduledMove(string To, string After, string? Fingerprint, DateTimeOffset? Due);
