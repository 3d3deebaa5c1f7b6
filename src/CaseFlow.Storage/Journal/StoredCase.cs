using CaseFlow.Engine.Cases;

namespace CaseFlow.Storage;

/// <summary>A case as it was stored or loaded.</summary>
/// <param name="Head">The hash of its last event, which the next one is chained to.</param>
public sealed record StoredCase(Case Case, EventHash Head);
