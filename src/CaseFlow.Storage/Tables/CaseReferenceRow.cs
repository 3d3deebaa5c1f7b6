using CaseFlow.Engine.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>What a case is called elsewhere. The key makes sure that no two cases are called the same.</summary>
public sealed record CaseReferenceRow
{
    private static readonly SideStatement Add = new(
        """INSERT INTO case_references (source, "key", case_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING""",
        [SideValue.Text, SideValue.Text, SideValue.Id],
        IsGuard: true
    );

    public required string Source { get; init; }

    public required string Key { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>What an event adds to the references.</summary>
    internal static IEnumerable<SideRow> Changes(CaseId id, CaseEvent happened) =>
        happened is CaseEvent.ReferenceAdded(var reference)
            ? [new SideRow(Add, reference.Source, reference.Key, id.Value)]
            : [];

    internal static void Map(EntityTypeBuilder<CaseReferenceRow> references)
    {
        references.ToTable("case_references");
        references.HasKey(row => new { row.Source, row.Key });
        references.HasIndex(row => row.CaseId);
    }
}
