using System.Text.Json;

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
    DateTimeOffset CreatedAt,
    string CreatedBy,
    DateTimeOffset ModifiedAt
)
{
    public sealed record Merged(Guid Id, string Ticket, DateTimeOffset At);

    public sealed record OpenActivity(Guid Id, string Kind, string Subject, DateTimeOffset? Due);

    /// <param name="IsBack">The link was made from the other case, and the solution, if it was found, is this one's.</param>
    public sealed record SimilarLink(Guid Id, bool SolutionFound, bool IsBack, string By, DateTimeOffset At);

    public sealed record Resolved(string Text, int? BillableMinutes, int TotalMinutes, string By, DateTimeOffset At);
}
