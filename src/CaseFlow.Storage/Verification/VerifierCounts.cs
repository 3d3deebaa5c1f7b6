namespace CaseFlow.Storage;

/// <summary>How far a verification has come, and in the end what it went through.</summary>
public sealed record VerifierCounts(long Cases, long Events, long Discrepancies);
