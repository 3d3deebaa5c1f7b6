using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>What new entitlements begin as: everything but the customer and the days.</summary>
public sealed record EntitlementTemplateRow
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The terms, as JSON.</summary>
    public required string Terms { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    internal static void Map(EntityTypeBuilder<EntitlementTemplateRow> templates)
    {
        templates.ToTable("entitlement_templates");
        templates.HasKey(row => row.Id);
        templates.Property(row => row.Id).ValueGeneratedNever();
        templates.HasIndex(row => row.Name).IsUnique();
    }
}
