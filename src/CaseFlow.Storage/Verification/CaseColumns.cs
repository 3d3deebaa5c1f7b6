namespace CaseFlow.Storage;

/// <summary>The columns of a case's row that are derived from its history, by name, the head and the snapshot aside.</summary>
internal static class CaseColumns
{
    public static ImmutableArray<(string Name, Func<CaseRow, object?> Value)> All { get; } =
    [
        ("id", row => row.Id),
        ("ticket", row => row.Ticket),
        ("process", row => row.Process),
        ("definition", row => row.Definition),
        ("version", row => row.Version),
        ("state", row => row.State),
        ("status", row => row.Status),
        ("stage", row => row.Stage),
        ("queue", row => row.Queue),
        ("worker", row => row.Worker),
        ("owner", row => row.Owner),
        ("team", row => row.Team),
        ("customer_id", row => row.CustomerId),
        ("contact_id", row => row.ContactId),
        ("title", row => row.Title),
        ("priority", row => row.Priority),
        ("origin", row => row.Origin),
        ("subject", row => row.Subject),
        ("created_at", row => row.CreatedAt),
        ("modified_at", row => row.ModifiedAt),
        ("closed_at", row => row.ClosedAt),
        ("due_at", row => row.DueAt),
        ("risk_at", row => row.RiskAt),
        ("missed_at", row => row.MissedAt),
    ];
}
