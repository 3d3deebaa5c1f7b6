using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>Somebody outside who wants to hear of events: where, and of which.</summary>
public sealed record SubscriptionRow
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Url { get; init; }

    /// <summary>Patterns of event types, with commas.</summary>
    public required string Types { get; init; }

    /// <summary>Only cases of this process; null for all.</summary>
    public string? Process { get; init; }

    /// <summary>A line of CEL that the case must fit; null for every case.</summary>
    public string? Condition { get; init; }

    /// <summary>The names of headers that go with each request, with commas.</summary>
    public required string HeaderNames { get; init; }

    /// <summary>Those headers with their values, encrypted; null where there are none.</summary>
    public string? Headers { get; init; }

    /// <summary>What there is to tell waits.</summary>
    public required bool IsPaused { get; init; }

    /// <summary>The place in the outbox after which it hears of what happens.</summary>
    public required long Since { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ModifiedAt { get; init; }

    internal static void Map(EntityTypeBuilder<SubscriptionRow> subscriptions)
    {
        subscriptions.ToTable("subscriptions");
        subscriptions.HasKey(row => row.Id);
        subscriptions.Property(row => row.Id).ValueGeneratedNever();
    }
}
