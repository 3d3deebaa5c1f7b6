using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>A list that somebody saved: what it shows, in what order, with which columns.</summary>
public sealed record SavedViewRow
{
    public required Guid Id { get; init; }

    /// <summary>The user who saved it, and who alone changes it.</summary>
    public required string Owner { get; init; }

    public required string Name { get; init; }

    /// <summary>As the API takes it, in JSON.</summary>
    public required string Filter { get; init; }

    public string? Sort { get; init; }

    /// <summary>A list of names, in JSON.</summary>
    public required string Columns { get; init; }

    /// <summary>Everybody sees it.</summary>
    public required bool IsShared { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ModifiedAt { get; init; }

    internal static void Map(EntityTypeBuilder<SavedViewRow> views)
    {
        views.ToTable("saved_views");
        views.HasKey(row => row.Id);
        views.Property(row => row.Id).ValueGeneratedNever();
        views.HasIndex(row => row.Owner);
        views.HasIndex(row => row.IsShared).HasFilter("is_shared");
    }
}
