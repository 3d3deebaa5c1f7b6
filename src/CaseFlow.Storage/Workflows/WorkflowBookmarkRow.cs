using CaseFlow.Workflows.Running;
using CaseFlow.Workflows.Running.State;
using CaseFlow.Workflows.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>Where an instance waits for the world. Waits for its own effects and children are found by their ids and have no row.</summary>
public sealed record WorkflowBookmarkRow
{
    public required string Id { get; init; }

    public required string Instance { get; init; }

    public required string Kind { get; init; }

    /// <summary>What it is found by: the name of an event or a task, a path, a type of case events.</summary>
    public string? Name { get; init; }

    /// <summary>That of its instance.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The case that it waits for, by id or ticket number.</summary>
    public string? CaseRef { get; init; }

    /// <summary>When it is due.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>When a bell may take it: when it is due, or, once one has taken it, when another one may try.</summary>
    public DateTimeOffset? RingAt { get; init; }

    /// <summary>Since when it waits.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The rest, as JSON.</summary>
    public required string Details { get; init; }

    /// <summary>A member of the details.</summary>
    public object? Detail(string name) =>
        ValueJson.Read(Details) is IDictionary<string, object?> details && details.TryGetValue(name, out var value)
            ? value
            : null;

    /// <summary>Where it waits for the world.</summary>
    internal static bool HasRow(Bookmark bookmark) =>
        bookmark.Kind is not (BookmarkKind.Answer or BookmarkKind.Workflow);

    /// <param name="task">What an outside program is told, where it waits for one.</param>
    internal static WorkflowBookmarkRow Of(Bookmark bookmark, InstanceState of, WorkflowEffect.RunTask? task) =>
        new()
        {
            Id = bookmark.Id,
            Instance = of.InstanceId,
            Kind = bookmark.Kind.ToString(),
            Name = bookmark.Name,
            CorrelationId = of.CorrelationId,
            CaseRef = CaseOf(bookmark),
            Due = bookmark.DueAt,
            RingAt = bookmark.DueAt,
            At = of.UpdatedAt,
            Details = ValueJson.Write(task is null ? bookmark.Details : new ValueMap { ["payload"] = task.Payload }),
        };

    internal static void Map(EntityTypeBuilder<WorkflowBookmarkRow> bookmarks)
    {
        bookmarks.ToTable("workflow_bookmarks");
        bookmarks.HasKey(row => row.Id);
        bookmarks.HasIndex(row => row.Instance);
        bookmarks.HasIndex(row => new
        {
            row.Kind,
            row.Name,
            row.CorrelationId,
        });
        bookmarks.HasIndex(row => row.CaseRef).HasFilter("case_ref IS NOT NULL");
        bookmarks.HasIndex(row => row.RingAt).HasFilter("ring_at IS NOT NULL");
    }

    // An id may be written in several ways.
    private static string? CaseOf(Bookmark bookmark) =>
        bookmark.Kind is BookmarkKind.Case or BookmarkKind.CaseEvent
        && bookmark.Details.GetValueOrDefault("caseId") is string { Length: > 0 } named
            ? (Guid.TryParse(named, out var id) ? id.ToString() : named)
            : null;
}
