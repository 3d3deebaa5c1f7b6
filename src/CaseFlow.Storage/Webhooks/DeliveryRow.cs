using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>One event on its way to one subscription, and what came of it.</summary>
public sealed record DeliveryRow
{
    /// <summary>Ascends in the order in which things happened.</summary>
    public long Id { get; init; }

    public required Guid SubscriptionId { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>Where the event stands in the history of its case.</summary>
    public required int Position { get; init; }

    /// <summary>Names the event for the receiver, the same at every try and every replay.</summary>
    public required string EventId { get; init; }

    public required string Type { get; init; }

    /// <summary>What is sent, byte for byte.</summary>
    public required byte[] Body { get; init; }

    /// <summary>One of <see cref="DeliveryStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>Somebody asked for it to be sent again.</summary>
    public bool IsReplay { get; init; }

    /// <summary>How often it was tried; a replay counts anew.</summary>
    public int Tries { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it may be tried next; null where it waits for nothing, or for the one before it.</summary>
    public DateTimeOffset? NextTryAt { get; init; }

    /// <summary>When it was last tried.</summary>
    public DateTimeOffset? TriedAt { get; init; }

    public int? TookMilliseconds { get; init; }

    /// <summary>The headers of the last try, secrets masked, as a JSON object.</summary>
    public string? RequestHeaders { get; init; }

    public int? ResponseStatus { get; init; }

    /// <summary>The beginning of the answer to the last try.</summary>
    public string? ResponseBody { get; init; }

    /// <summary>Why the last try failed, in a sentence.</summary>
    public string? Error { get; init; }

    internal static void Map(EntityTypeBuilder<DeliveryRow> deliveries)
    {
        deliveries.ToTable("deliveries");
        deliveries.HasKey(row => row.Id);
        deliveries.Property(row => row.Id).ValueGeneratedOnAdd();
        deliveries.Property(row => row.Body).HasConversion<JsonText, JsonBytes>();
        deliveries
            .HasIndex(row => new
            {
                row.SubscriptionId,
                row.CaseId,
                row.IsReplay,
                row.Id,
            })
            .HasFilter("status = 'waiting'");
        deliveries.HasIndex(row => new
        {
            row.SubscriptionId,
            row.Status,
            row.Id,
        });
        deliveries.HasIndex(row => new { row.CaseId, row.Id });
    }
}

/// <summary>How a delivery stands.</summary>
public static class DeliveryStatus
{
    public const string Waiting = "waiting";
    public const string Delivered = "delivered";

    /// <summary>Tried as often as it may be: a dead letter.</summary>
    public const string Dead = "dead";

    public static ImmutableArray<string> All { get; } = [Waiting, Delivered, Dead];
}
