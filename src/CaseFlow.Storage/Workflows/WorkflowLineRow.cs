using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>A line that an instance wrote.</summary>
public sealed record WorkflowLineRow
{
    public required string Instance { get; init; }

    /// <summary>The instance's version with which the line came, and its place among those of that burst.</summary>
    public required int Burst { get; init; }

    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Text { get; init; }

    internal static void Map(EntityTypeBuilder<WorkflowLineRow> lines)
    {
        lines.ToTable("workflow_lines");
        lines.HasKey(row => new
        {
            row.Instance,
            row.Burst,
            row.Number,
        });
    }
}
