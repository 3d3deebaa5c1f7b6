using CaseFlow.Engine.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>A case that waits in a queue. Its key is the case, so no case is in two queues.</summary>
public sealed record QueueItemRow
{
    public required Guid CaseId { get; init; }

    public required string Process { get; init; }

    public required string Queue { get; init; }

    /// <summary>The case's priority: with the time, what decides who comes first.</summary>
    public string? Priority { get; init; }

    /// <summary>Null while anybody may pick it.</summary>
    public string? Worker { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>The item that this case has, or null where it waits nowhere.</summary>
    public static QueueItemRow? Of(Case? of) =>
        of is { Queue: { } queue, QueuedSince: { } since }
            ? new()
            {
                CaseId = of.Id.Value,
                Process = of.Process,
                Queue = queue,
                Priority = of.Fields["priority"]?.ToString(),
                Worker = of.Worker,
                Since = since,
            }
            : null;

    internal static void Map(EntityTypeBuilder<QueueItemRow> items)
    {
        items.ToTable("queue_items");
        items.HasKey(row => row.CaseId);
        items.Property(row => row.CaseId).ValueGeneratedNever();

        // A queue is looked at priority by priority, each in the order of waiting.
        items.HasIndex(row => new
        {
            row.Process,
            row.Queue,
            row.Priority,
            row.Since,
            row.CaseId,
        });
        items.HasIndex(row => row.Worker).HasFilter("worker IS NOT NULL");
    }
}
