using CaseFlow.Engine.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>A case that waits in a queue. Its key is the case, so no case is in two queues.</summary>
public sealed record QueueItemRow
{
    public required Guid CaseId { get; init; }

    public required string Queue { get; init; }

    /// <summary>Null while anybody may pick it.</summary>
    public string? Worker { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>The item that this case has, or null where it waits nowhere.</summary>
    public static QueueItemRow? Of(Case? of) =>
        of is { Queue: { } queue, QueuedSince: { } since }
            ? new()
            {
                CaseId = of.Id.Value,
                Queue = queue,
                Worker = of.Worker,
                Since = since,
            }
            : null;

    internal static void Map(EntityTypeBuilder<QueueItemRow> items)
    {
        items.ToTable("queue_items");
        items.HasKey(row => row.CaseId);
        items.Property(row => row.CaseId).ValueGeneratedNever();
    }
}
