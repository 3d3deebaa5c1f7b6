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
        INSERT INTO activities
          (id, case_id, kind, state, subject, text, words, direction, is_public, due, added_by, added_at)
        VALUES (?, ?, ?, 'open', ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
            SideValue.Id,
            SideValue.Id,
            SideValue.Text,
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

    private static readonly SideStatement Reopen = new(
        "UPDATE activities SET state = 'open', minutes = NULL, closed_by = NULL, closed_at = NULL WHERE id = ?",
        [SideValue.Id]
    );

    private static readonly SideStatement Remove = new("DELETE FROM activities WHERE id = ?", [SideValue.Id]);

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

    /// <summary>The words of its subject and text, folded: what <see cref="CaseTextRow"/> gathers of the activities of a case.</summary>
    public string Words { get; init; } = "";

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
            CaseEvent.ActivityAdded added => [Added(Of(id, added))],
            CaseEvent.ActivityCompleted completed =>
            [
                Closed(completed, completed.Activity, CompletedState, completed.Minutes),
            ],
            CaseEvent.ActivityCancelled cancelled => [Closed(cancelled, cancelled.Activity, CancelledState, null)],
            CaseEvent.ActivityTaken taken => [new(Move, id.Value, taken.Activity.Id)],
            CaseEvent.Undone undone =>
            [
                .. undone.Removed.Select(activity => new SideRow(Remove, activity)),
                .. undone.Reopened.Select(activity => new SideRow(Reopen, activity)),
            ],
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

    internal static string WordsOf(string subject, string? text) =>
        FoldedText.Of($"{subject} {text}", CaseTextRow.MostOfActivities);

    /// <summary>The row that comes of an activity when it is added.</summary>
    internal static ActivityRow Of(CaseId id, CaseEvent.ActivityAdded added) =>
        new()
        {
            Id = added.Activity,
            CaseId = id.Value,
            Kind = ActivityWords.Of(added.Content.Kind),
            State = OpenState,
            Subject = added.Content.Subject,
            Text = added.Content.Text,
            Words = WordsOf(added.Content.Subject, added.Content.Text),
            Direction = added.Content.Direction is { } direction ? ActivityWords.Of(direction) : null,
            IsPublic = added.Content.IsPublic,
            Due = added.Content.Due,
            AddedBy = added.By,
            AddedAt = added.At,
        };

    internal static void Map(EntityTypeBuilder<ActivityRow> activities)
    {
        activities.ToTable("activities");
        activities.HasKey(row => row.Id);
        activities.Property(row => row.Id).ValueGeneratedNever();
        activities.Property(row => row.Words).HasDefaultValue("");
        activities.HasIndex(row => new { row.CaseId, row.Id });
    }

    private static SideRow Added(ActivityRow row) =>
        new(
            Add,
            row.Id,
            row.CaseId,
            row.Kind,
            row.Subject,
            row.Text,
            row.Words,
            row.Direction,
            row.IsPublic,
            row.Due?.UtcTicks,
            row.AddedBy,
            row.AddedAt.UtcTicks
        );

    private static SideRow Closed(CaseEvent happened, Guid activity, string state, long? minutes) =>
        new(Close, state, minutes, happened.By, happened.At.UtcTicks, activity);
}
