using CaseFlow.Engine.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>An activity of a case: written with the events of its life, made from nothing but them.</summary>
public sealed record ActivityRow
{
    public const string OpenState = "open";
    public const string CompletedState = "completed";
    public const string CancelledState = "cancelled";

    private static readonly SideStatement Add = new(
        """
        INSERT INTO activities (id, case_id, kind, state, subject, text, direction, is_public, due, added_by, added_at)
        VALUES (?, ?, ?, 'open', ?, ?, ?, ?, ?, ?, ?)
        """,
        [
            SideValue.Id,
            SideValue.Id,
            SideValue.Text,
            SideValue.Text,
            SideValue.Text,
            SideValue.Text,
            SideValue.Flag,
            SideValue.Integer,
            SideValue.Text,
            SideValue.Integer,
        ]
    );

    private static readonly SideStatement Close = new(
        "UPDATE activities SET state = ?, minutes = ?, closed_by = ?, closed_at = ? WHERE id = ?",
        [SideValue.Text, SideValue.Integer, SideValue.Text, SideValue.Integer, SideValue.Id]
    );

    // Where an activity came from, latest case first, so that each merge can be undone by itself.
    private static readonly SideStatement Take = new(
        "UPDATE activities SET case_id = ?, origin = ? || COALESCE(origin, '') WHERE case_id = ?",
        [SideValue.Id, SideValue.Text, SideValue.Id]
    );

    private static readonly SideStatement GiveBack = new(
        "UPDATE activities SET case_id = ?, origin = NULLIF(substr(origin, 38), '') WHERE case_id = ? AND origin LIKE ?",
        [SideValue.Id, SideValue.Id, SideValue.Text]
    );

    private static readonly SideStatement Move = new(
        "UPDATE activities SET case_id = ? WHERE id = ?",
        [SideValue.Id, SideValue.Id]
    );

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>By the names of <see cref="ActivityWords"/>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>open</c>, <c>completed</c> or <c>cancelled</c>.</summary>
    public required string State { get; init; }

    public required string Subject { get; init; }

    public string? Text { get; init; }

    public string? Direction { get; init; }

    public required bool IsPublic { get; init; }

    public DateTimeOffset? Due { get; init; }

    /// <summary>How long it took; null while it is open and where it was cancelled.</summary>
    public int? Minutes { get; init; }

    public required string AddedBy { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>The ids of the cases that it was moved from by merges, each with a <c>/</c> behind it; the last one first.</summary>
    public string? Origin { get; init; }

    public string? ClosedBy { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    internal static ImmutableArray<SideRow> Changes(CaseId id, CaseEvent happened) =>
        happened switch
        {
            CaseEvent.ActivityAdded(var activity, var content) =>
            [
                new(
                    Add,
                    activity,
                    id.Value,
                    ActivityWords.Of(content.Kind),
                    content.Subject,
                    content.Text,
                    content.Direction is { } direction ? ActivityWords.Of(direction) : null,
                    content.IsPublic,
                    content.Due?.UtcTicks,
                    happened.By,
                    happened.At.UtcTicks
                ),
            ],
            CaseEvent.ActivityCompleted completed =>
            [
                Closed(completed, completed.Activity, CompletedState, completed.Minutes),
            ],
            CaseEvent.ActivityCancelled cancelled => [Closed(cancelled, cancelled.Activity, CancelledState, null)],
            CaseEvent.Merged(var cases) =>
            [
                .. cases.Select(one => new SideRow(Take, id.Value, $"{one.Id}/", one.Id.Value)),
            ],
            CaseEvent.Unmerged(var gone, var moved) =>
            [
                new(GiveBack, gone.Value, id.Value, $"{gone}/%"),
                .. moved.Select(activity => new SideRow(Move, gone.Value, activity.Id)),
            ],
            _ => [],
        };

    internal static void Map(EntityTypeBuilder<ActivityRow> activities)
    {
        activities.ToTable("activities");
        activities.HasKey(row => row.Id);
        activities.Property(row => row.Id).ValueGeneratedNever();
        activities.HasIndex(row => new { row.CaseId, row.Id });
    }

    private static SideRow Closed(CaseEvent happened, Guid activity, string state, long? minutes) =>
        new(Close, state, minutes, happened.By, happened.At.UtcTicks, activity);
}
