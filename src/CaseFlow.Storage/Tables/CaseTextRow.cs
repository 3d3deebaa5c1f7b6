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
    internal const int MostOfActivities = 100_000;

    private const int MostOfDescription = 60_000;
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

    // All of them each time: whatever came or went, the text is that of the activities which are here now.
    private static readonly SideStatement Gather = new(
        $"""
        UPDATE case_texts SET activities = substr(coalesce(
          (SELECT string_agg(words, ' ' ORDER BY id) FROM activities WHERE case_id = ?), ''), 1, {MostOfActivities})
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

    /// <summary>The words of all activities, in the order of their ids.</summary>
    public required string Activities { get; init; }

    public required string Resolution { get; init; }

    /// <summary>The columns that <see cref="Read"/> reads, of the table that is <c>t</c> there.</summary>
    internal static Sql Columns { get; } =
        $"t.id, t.case_id, t.subject, t.product, t.title, t.description, t.activities, t.resolution";

    /// <summary>How many these are.</summary>
    internal const int ColumnCount = 8;

    internal static CaseTextRow Read(IRow row) =>
        new()
        {
            Id = row.Number(0),
            CaseId = row.Id(1),
            Subject = row.Text(2),
            Product = row.Text(3),
            Title = row.Text(4)!,
            Description = row.Text(5)!,
            Activities = row.Text(6)!,
            Resolution = row.Text(7)!,
        };

    /// <summary>The texts of a case with these activities.</summary>
    internal static CaseTextRow Of(Case of, IEnumerable<ActivityRow> activities) =>
        new()
        {
            CaseId = of.Id.Value,
            Subject = Word(of.Fields, "subject"),
            Product = Word(of.Fields, "product"),
            Title = FoldedText.Of(of.Title),
            Description = FoldedText.Of(Word(of.Fields, "description"), MostOfDescription),
            Activities = Gathered(activities),
            Resolution = FoldedText.Of(of.Resolution?.Text, MostOfResolution),
        };

    // Whoever tells of activities that come or go has moved their rows just before, for all the cases that they touch.
    internal static ImmutableArray<SideRow> Changes(Case after, CaseEvent happened) =>
        happened switch
        {
            CaseEvent.Opened => [Opened(Of(after, []))],
            CaseEvent.Edited edited when edited.Changes.Any(IsOfText) => [Edited(Of(after, []))],
            CaseEvent.Restored => [Edited(Of(after, []))],
            CaseEvent.Undone =>
            [
                Edited(Of(after, [])),
                Gathering(after.Id),
                Resolved(after.Id, after.Resolution?.Text),
            ],
            CaseEvent.ActivityAdded => [Gathering(after.Id)],
            CaseEvent.ActivityTaken taken => [Gathering(after.Id), Gathering(taken.From)],
            CaseEvent.Merged(var cases) => [Gathering(after.Id), .. cases.Select(other => Gathering(other.Id))],
            CaseEvent.Unmerged(var gone, _) => [Gathering(after.Id), Gathering(gone)],
            CaseEvent.Resolved resolved => [Resolved(after.Id, resolved.Resolution)],
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

    private static SideRow Opened(CaseTextRow row) =>
        new(Open, row.CaseId, row.Subject, row.Product, row.Title, row.Description);

    private static SideRow Edited(CaseTextRow row) =>
        new(Edit, row.Subject, row.Product, row.Title, row.Description, row.CaseId);

    private static SideRow Resolved(CaseId of, string? resolution) =>
        new(Resolve, FoldedText.Of(resolution, MostOfResolution), of.Value);

    private static SideRow Gathering(CaseId of) => new(Gather, of.Value, of.Value);

    private static string Gathered(IEnumerable<ActivityRow> activities)
    {
        var whole = string.Join(' ', activities.OrderBy(row => row.Id).Select(row => row.Words));
        if (whole.Length <= MostOfActivities)
        {
            return whole;
        }

        // The databases count characters, whatever their length in memory.
        var end = 0;
        for (var count = 0; count < MostOfActivities && end < whole.Length; count++)
        {
            end += char.IsSurrogatePair(whole, end) ? 2 : 1;
        }

        return whole[..end];
    }

    private static bool IsOfText(FieldChange change) =>
        change.Field is "title" or "description" or "subject" or "product";

    private static string? Word(FieldValues fields, string key) => fields[key]?.ToString();
}
