using CaseFlow.Engine.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>
/// What can be found of a case by its words, folded by <see cref="FoldedText"/>. Written only when one of the texts changes, so that a
/// move costs nothing. The full-text index over it is made by the migrations, in each database's own way.
/// </summary>
public sealed record CaseTextRow
{
    // Together they stay below what an index entry of PostgreSQL holds (1 MB), whatever alphabet the text is in.
    private const int MostOfDescription = 60_000;
    private const int MostOfActivities = 100_000;
    private const int MostOfResolution = 20_000;

    private static readonly SideStatement Open = new(
        """
        INSERT INTO case_texts (case_id, subject, product, title, description, activities, resolution)
        VALUES (?, ?, ?, ?, ?, '', '')
        """,
        [SideValue.Id, SideValue.Text, SideValue.Text, SideValue.Text, SideValue.Text]
    );

    private static readonly SideStatement Edit = new(
        "UPDATE case_texts SET subject = ?, product = ?, title = ?, description = ? WHERE case_id = ?",
        [SideValue.Text, SideValue.Text, SideValue.Text, SideValue.Text, SideValue.Id]
    );

    private static readonly SideStatement AddActivity = new(
        $"UPDATE case_texts SET activities = substr(activities || ' ' || ?, 1, {MostOfActivities}) WHERE case_id = ?",
        [SideValue.Text, SideValue.Id]
    );

    private static readonly SideStatement TakeOver = new(
        $"""
        UPDATE case_texts SET activities = substr(activities || ' ' || coalesce(
          (SELECT other.activities FROM case_texts other WHERE other.case_id = ?), ''), 1, {MostOfActivities})
        WHERE case_id = ?
        """,
        [SideValue.Id, SideValue.Id]
    );

    private static readonly SideStatement Resolve = new(
        "UPDATE case_texts SET resolution = ? WHERE case_id = ?",
        [SideValue.Text, SideValue.Id]
    );

    /// <summary>The index knows a case by this number; it grows as cases are opened.</summary>
    public long Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The subject's key, as it stands in the case.</summary>
    public string? Subject { get; init; }

    /// <summary>The product's key, as it stands in the case.</summary>
    public string? Product { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    /// <summary>The subjects and texts of all activities.</summary>
    public required string Activities { get; init; }

    public required string Resolution { get; init; }

    internal static ImmutableArray<SideRow> Changes(Case after, CaseEvent happened) =>
        happened switch
        {
            CaseEvent.Opened opened =>
            [
                new(
                    Open,
                    after.Id.Value,
                    Word(opened.Fields, "subject"),
                    Word(opened.Fields, "product"),
                    FoldedText.Of(opened.Title),
                    FoldedText.Of(Word(opened.Fields, "description"), MostOfDescription)
                ),
            ],
            CaseEvent.Edited edited when edited.Changes.Any(IsOfText) => [Edited(after)],
            CaseEvent.Restored => [Edited(after)],
            CaseEvent.Merged(var cases) =>
            [
                .. cases.Select(other => new SideRow(TakeOver, other.Id.Value, after.Id.Value)),
            ],
            CaseEvent.ActivityAdded(_, var content) =>
            [
                new(AddActivity, FoldedText.Of($"{content.Subject} {content.Text}", MostOfActivities), after.Id.Value),
            ],
            CaseEvent.Resolved resolved =>
            [
                new(Resolve, FoldedText.Of(resolved.Resolution, MostOfResolution), after.Id.Value),
            ],
            _ => [],
        };

    internal static void Map(EntityTypeBuilder<CaseTextRow> texts)
    {
        texts.ToTable("case_texts");
        texts.HasKey(row => row.Id);
        texts.Property(row => row.Id).ValueGeneratedOnAdd();
        texts.HasIndex(row => row.CaseId).IsUnique();
        texts.HasIndex(row => new { row.Subject, row.Id }).HasFilter("subject IS NOT NULL");
        texts.HasIndex(row => new { row.Product, row.Id }).HasFilter("product IS NOT NULL");
    }

    private static SideRow Edited(Case after) =>
        new(
            Edit,
            Word(after.Fields, "subject"),
            Word(after.Fields, "product"),
            FoldedText.Of(after.Title),
            FoldedText.Of(Word(after.Fields, "description"), MostOfDescription),
            after.Id.Value
        );

    private static bool IsOfText(FieldChange change) =>
        change.Field is "title" or "description" or "subject" or "product";

    private static string? Word(FieldValues fields, string key) => fields[key]?.ToString();
}
