using CaseFlow.Engine.Cases;

namespace CaseFlow.Storage;

/// <summary>
/// The rows beside the case's own that an append writes in the same transaction. Each table says for itself what events,
/// or the difference between the case before and after, make of it; a new table is one line here.
/// </summary>
internal static class SideRows
{
    public static ImmutableArray<SideRow> Of(Case? before, Case after, ImmutableArray<CaseEvent> events)
    {
        ImmutableArray<SideRow> rows = [.. TimerRow.Changes(before, after)];
        var position = before?.Version ?? 0;
        foreach (var happened in events)
        {
            position++;
            rows = rows.AddRange(CaseReferenceRow.Changes(after.Id, happened))
                .AddRange(ActivityRow.Changes(after.Id, happened))
                .AddRange(CaseTextRow.Changes(after, happened))
                .AddRange(EntitlementEntryRow.Changes(after.Id, happened, position));
        }

        return rows.AddRange(WorkRows.Of(before, after, events));
    }
}
