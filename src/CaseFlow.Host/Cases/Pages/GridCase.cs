namespace CaseFlow.Host.Cases.Pages;

/// <summary>A case as a list shows it.</summary>
public sealed record GridCase(
    Guid Id,
    string Ticket,
    string Process,
    int Version,
    string Title,
    Guid CustomerId,
    string? Priority,
    string? Origin,
    string State,
    string Status,
    string? Stage,
    string? Queue,
    string? Worker,
    string? Owner,
    string? Team,
    GridClock? Clock,
    ImmutableArray<GridActivity> OpenActivities,
    DateTimeOffset CreatedAt,
    DateTimeOffset ModifiedAt
)
{
    /// <summary>Where the case has its page.</summary>
    public string Address => $"/cases/{Uri.EscapeDataString(Ticket)}";
}

/// <summary>The clock of a case that asks for attention first.</summary>
public sealed record GridClock(
    string Kpi,
    string State,
    DateTimeOffset? WarnAt,
    DateTimeOffset? FailAt,
    DateTimeOffset? EndedAt,
    int WarningsGiven
);

/// <summary>Something still to be done for a case.</summary>
public sealed record GridActivity(Guid Id, string Kind, string Subject, DateTimeOffset? Due);
