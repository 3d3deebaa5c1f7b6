using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>One case of a bulk job, and what came of it.</summary>
public sealed record BulkItemRow
{
    public required Guid JobId { get; init; }

    /// <summary>From 1, in the order in which the cases were chosen.</summary>
    public required int Position { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>Null while the case was not reached; <c>changed</c>, <c>unchanged</c>, <c>refused</c> or <c>failed</c>.</summary>
    public string? Outcome { get; init; }

    /// <summary>The case's version that the job found.</summary>
    public int? Found { get; init; }

    /// <summary>The case's version that the job left; an undo compares it with the present one.</summary>
    public int? Version { get; init; }

    /// <summary>Why not: the problem's code.</summary>
    public string? Code { get; init; }

    /// <summary>Why not, in a sentence.</summary>
    public string? Detail { get; init; }

    internal static void Map(EntityTypeBuilder<BulkItemRow> items)
    {
        items.ToTable("bulk_items");
        items.HasKey(row => new { row.JobId, row.Position });
    }
}
