using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>A trigger by which a definition starts at a time: when it is due next.</summary>
public sealed record WorkflowTimerRow
{
    public required string Definition { get; init; }

    /// <summary>The activity that the instance starts by.</summary>
    public required string Activity { get; init; }

    public required DateTimeOffset Due { get; init; }

    /// <summary>When a bell may take it: when it is due, or, once one has taken it, when another one may try.</summary>
    public required DateTimeOffset RingAt { get; init; }

    internal static void Map(EntityTypeBuilder<WorkflowTimerRow> timers)
    {
        timers.ToTable("workflow_timers");
        timers.HasKey(row => new { row.Definition, row.Activity });
        timers.HasIndex(row => row.RingAt);
    }
}
