using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>One published version of a workflow, with the bytes of its file as they came.</summary>
public sealed record WorkflowVersionRow
{
    public required string Definition { get; init; }

    /// <summary>From 1, by definition.</summary>
    public required int Number { get; init; }

    /// <summary>What instances name it by.</summary>
    public required string Hash { get; init; }

    /// <summary>Its name says whether it holds JSON or YAML.</summary>
    public required string File { get; init; }

    public required byte[] Source { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required string PublishedBy { get; init; }

    internal static void Map(EntityTypeBuilder<WorkflowVersionRow> versions)
    {
        versions.ToTable("workflow_versions");
        versions.HasKey(row => new { row.Definition, row.Number });
        versions.HasIndex(row => row.Hash);
    }
}
