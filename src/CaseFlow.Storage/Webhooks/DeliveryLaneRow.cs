using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>
/// What one subscription has still to hear of one case, one after the other; there while there is something. Whoever
/// holds the lane sends, so that no two nodes send the same, and the one that fails holds up only what is behind it.
/// Replays have a lane of their own, so that they hold up nothing that is new.
/// </summary>
public sealed record DeliveryLaneRow
{
    public required Guid SubscriptionId { get; init; }

    public required Guid CaseId { get; init; }

    public required bool IsReplay { get; init; }

    /// <summary>Counts how often something was added: who believes it empty takes it away only where this is as he saw it.</summary>
    public required int Added { get; init; }

    /// <summary>When it may be taken: when the first one is to be tried, or, once it is held, when another node may try.</summary>
    public required DateTimeOffset NextAt { get; init; }

    /// <summary>Which taking of it holds it.</summary>
    public Guid? HeldBy { get; init; }

    internal static void Map(EntityTypeBuilder<DeliveryLaneRow> lanes)
    {
        lanes.ToTable("delivery_lanes");
        lanes.HasKey(row => new
        {
            row.SubscriptionId,
            row.CaseId,
            row.IsReplay,
        });
        lanes.HasIndex(row => new { row.SubscriptionId, row.NextAt });
        lanes
            .HasOne<SubscriptionRow>()
            .WithMany()
            .HasForeignKey(row => row.SubscriptionId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
