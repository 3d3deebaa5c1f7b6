using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>One published version of a process, with the exact text that it was read from.</summary>
public sealed record ProcessVersionRow
{
    public required string Process { get; init; }

    /// <summary>From 1, by process.</summary>
    public required int Number { get; init; }

    /// <summary>What cases and events name it by.</summary>
    public required string Hash { get; init; }

    public required string Source { get; init; }

    /// <summary>The texts of the files beside it that it names, by name.</summary>
    public ImmutableSortedDictionary<string, string> Files { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    public required DateTimeOffset PublishedAt { get; init; }

    public required string PublishedBy { get; init; }

    internal static void Map(EntityTypeBuilder<ProcessVersionRow> versions)
    {
        versions.ToTable("process_versions");
        versions.HasKey(row => new { row.Process, row.Number });
        versions.Property(row => row.Files).HasConversion<FilesJson, SameFiles>().HasDefaultValueSql("'{}'");
        versions.HasIndex(row => new { row.Process, row.Hash });
    }
}
