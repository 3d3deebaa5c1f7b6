using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>
/// What a stranger sent to a webhook, and what came of it: its state is <c>waiting</c>, <c>done</c>, <c>refused</c>,
/// <c>ignored</c>, <c>not-matched</c> or <c>dead</c>.
/// </summary>
public sealed record InboundDeliveryRow : InboundRow
{
    /// <summary>The name of the webhook.</summary>
    public required string Hook { get; init; }

    public required string Method { get; init; }

    /// <summary>The query, as a JSON object; what is secret in it is masked.</summary>
    public required string Query { get; init; }

    /// <summary>The headers by their names in lower case, as a JSON object; what is secret in them is masked.</summary>
    public required string Headers { get; init; }

    public required string Body { get; init; }

    /// <summary>What came of each command, as a JSON array.</summary>
    public string? Results { get; init; }

    internal static void Map(EntityTypeBuilder<InboundDeliveryRow> deliveries)
    {
        deliveries.ToTable("inbound_deliveries");
        Map<InboundDeliveryRow>(deliveries);
        deliveries.HasIndex(row => new { row.Hook, row.Key }).IsUnique();
        deliveries.HasIndex(row => new { row.Hook, row.Number });
        deliveries.HasIndex(row => row.EndedAt).HasFilter("ended_at IS NOT NULL");
    }
}
