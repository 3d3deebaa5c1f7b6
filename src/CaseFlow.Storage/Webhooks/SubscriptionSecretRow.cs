using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>A secret that deliveries are signed with. A subscription has several while one takes over from another.</summary>
public sealed record SubscriptionSecretRow
{
    public required Guid Id { get; init; }

    public required Guid SubscriptionId { get; init; }

    /// <summary>Encrypted.</summary>
    public required string Secret { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    internal static void Map(EntityTypeBuilder<SubscriptionSecretRow> secrets)
    {
        secrets.ToTable("subscription_secrets");
        secrets.HasKey(row => row.Id);
        secrets.Property(row => row.Id).ValueGeneratedNever();
        secrets
            .HasOne<SubscriptionRow>()
            .WithMany()
            .HasForeignKey(row => row.SubscriptionId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
