using CaseFlow.Engine.Cases;

namespace CaseFlow.Storage;

/// <summary>One append as readers of the outbox get it.</summary>
/// <param name="Place">Where it stands among all appends; readers go on after it.</param>
/// <param name="After">The case as this append left it.</param>
public sealed record OutboxEntry(long Place, Case After, ImmutableArray<OutboxEvent> Events);

/// <summary>An event of an append.</summary>
/// <param name="Position">Where it stands in the history of its case, from 1.</param>
/// <param name="Json">Its text as it is stored.</param>
public sealed record OutboxEvent(int Position, CaseEvent Event, byte[] Json);
