using CaseFlow.Engine.Cases;

namespace CaseFlow.Storage;

/// <summary>An event in its place in the history of its case.</summary>
/// <param name="Position">From 1, without gaps.</param>
public sealed record RecordedEvent(int Position, CaseEvent Event, EventHash Hash);
