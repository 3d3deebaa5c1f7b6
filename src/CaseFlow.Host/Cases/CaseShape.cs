using System.Text.Json;
using CaseFlow.Engine.Cases;

namespace CaseFlow.Host.Cases;

/// <summary>
/// The shape of a case for the OpenAPI document. <see cref="CaseView"/> writes it by hand; a test holds the two together.
/// </summary>
internal sealed record CaseShape(
    Guid Id,
    string Ticket,
    string Process,
    string Definition,
    int Version,
    string Title,
    Guid CustomerId,
    Guid? ContactId,
    string? Description,
    string? Priority,
    string? Severity,
    string? Origin,
    string? Type,
    string? Product,
    string? Subject,
    ImmutableSortedDictionary<string, JsonElement> Fields,
    string State,
    string Status,
    DateTimeOffset StatusSince,
    string? Stage,
    DateTimeOffset? StageSince,
    ImmutableArray<string> Path,
    string? Queue,
    DateTimeOffset? QueuedSince,
    string? Worker,
    string? Owner,
    string? Team,
    CaseShape.NextClock? Clock,
    ImmutableArray<CaseShape.OpenActivity> OpenActivities,
    int ActivityMinutes,
    Guid? EntitlementId,
    decimal TermsTaken,
    bool DoNotDecrement,
    CaseShape.Resolved? Resolution,
    Guid? MergedInto,
    ImmutableArray<CaseShape.Merged> MergedCases,
    Guid? ParentId,
    ImmutableArray<Guid> Children,
    ImmutableArray<CaseShape.SimilarLink> SimilarCases,
    int SolutionsGiven,
    ImmutableArray<ExternalReference> References,
    DateTimeOffset CreatedAt,
    string CreatedBy,
    DateTimeOffset ModifiedAt,
    CaseShape.Undoable? Undo
)
{
    /// <summary>The clock that asks for attention first; null where none runs, has failed or is paused.</summary>
    public sealed record NextClock(
        string Kpi,
        string State,
        DateTimeOffset? WarnAt,
        DateTimeOffset? FailAt,
        DateTimeOffset? EndedAt,
        int WarningsGiven
    );

    public sealed record Merged(Guid Id, string Ticket, DateTimeOffset At);

    /// <summary>For who made the last change: what <c>POST /api/cases/{id}/undo</c> takes it back by, and until when.</summary>
    /// <param name="What">The name of the command.</param>
    public sealed record Undoable(string Token, DateTimeOffset Until, string What);

    public sealed record OpenActivity(Guid Id, string Kind, string Subject, DateTimeOffset? Due);

    /// <param name="IsBack">The link was made from the other case, and the solution, if it was found, is this one's.</param>
    public sealed record SimilarLink(Guid Id, bool SolutionFound, bool IsBack, string By, DateTimeOffset At);

    public sealed record Resolved(string Text, int? BillableMinutes, int TotalMinutes, string By, DateTimeOffset At);
}
