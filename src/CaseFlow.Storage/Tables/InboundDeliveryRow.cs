using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>What a stranger sent to a webhook, and what came of it.</summary>
public sealed record InboundDeliveryRow
{
    /// <summary>The state of a delivery that is still to be worked on.</summary>
    public const string Waiting = "waiting";

    /// <summary>Counts up in the order of reception.</summary>
    public long Number { get; init; }

    public required Guid Id { get; init; }

    /// <summary>The name of the webhook.</summary>
    public required string Hook { get; init; }

    /// <summary>Tells it from the other deliveries of the webhook.</summary>
    public required string Key { get; init; }

    /// <summary>Of one lane, one delivery is worked on at a time, in the order in which they came.</summary>
    public required string Lane { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required string Method { get; init; }

    /// <summary>The query, as a JSON object; what is secret in it is masked.</summary>
    public required string Query { get; init; }

    /// <summary>The headers by their names in lower case, as a JSON object; what is secret in them is masked.</summary>
    public required string Headers { get; init; }

    public required string Body { get; init; }

    /// <summary><c>waiting</c>, <c>done</c>, <c>refused</c>, <c>ignored</c>, <c>not-matched</c> or <c>dead</c>.</summary>
    public required string State { get; init; }

    /// <summary>When it may be taken up: at once, after a pause, or when who took it up has died.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>How often working on it failed in this run.</summary>
    public int Failures { get; init; }

    /// <summary>How often somebody had it worked on again.</summary>
    public int Replays { get; init; }

    /// <summary>What came of each command, as a JSON array.</summary>
    public string? Results { get; init; }

    /// <summary>Why the last try failed.</summary>
    public string? Detail { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    internal static void Map(EntityTypeBuilder<InboundDeliveryRow> deliveries)
    {
        const string OnlyWaiting = "state = 'waiting'";
        deliveries.ToTable("inbound_deliveries");
        deliveries.HasKey(row => row.Number);
        deliveries.Property(row => row.Number).ValueGeneratedOnAdd();
        deliveries.HasIndex(row => row.Id).IsUnique();
        deliveries.HasIndex(row => new { row.Hook, row.Key }).IsUnique();
        deliveries.HasIndex(row => new { row.Hook, row.Number });
        deliveries.HasIndex(row => new { row.Lane, row.Number }).HasFilter(OnlyWaiting);
        deliveries.HasIndex(row => row.DueAt).HasFilter(OnlyWaiting);
        deliveries.HasIndex(row => row.EndedAt).HasFilter("ended_at IS NOT NULL");
    }
}
