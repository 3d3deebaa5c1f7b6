using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>An activity or an effect that could not be done, and what a person decided about it.</summary>
public sealed record WorkflowIncidentRow
{
    public const string Open = "open";
    public const string Retried = "retried";
    public const string Skipped = "skipped";
    public const string Cancelled = "cancelled";

    public required string Id { get; init; }

    public required string Instance { get; init; }

    public required string Definition { get; init; }

    public required string Activity { get; init; }

    public required string ActivityType { get; init; }

    public required string Message { get; init; }

    /// <summary>What was behind it.</summary>
    public string? Cause { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Status { get; init; }

    public string? DecidedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    internal static void Map(EntityTypeBuilder<WorkflowIncidentRow> incidents)
    {
        incidents.ToTable("workflow_incidents");
        incidents.HasKey(row => row.Id);
        incidents.HasIndex(row => row.Instance);
        incidents.HasIndex(row => new { row.Status, row.At });
    }
}
