using CaseFlow.Engine.Cases;

namespace CaseFlow.Storage;

/// <summary>Everything that the store holds about one case, in order.</summary>
internal sealed record CaseRows(
    CaseId Id,
    IReadOnlyList<CaseEventRow> Events,
    IReadOnlyList<OutboxRow> Outbox,
    CaseRow? Row,
    QueueItemRow? QueueItem,
    IReadOnlyList<TimerRow> Timers,
    IReadOnlyList<EntitlementEntryRow> Entries,
    IReadOnlyList<ActivityRow> Activities,
    CaseTextRow? Text,
    IReadOnlyList<CaseReferenceRow> References
);
