using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>
/// How much there is of an entitlement, or of one of its channels, and how much of it was taken, in units. People change
/// the total, cases what was taken, so that neither overwrites the other; what is left is the difference.
/// </summary>
public sealed record EntitlementBalanceRow
{
    public required Guid EntitlementId { get; init; }

    /// <summary>Empty for the whole entitlement.</summary>
    public required string Channel { get; init; }

    public required long Total { get; set; }

    public required long Used { get; init; }

    /// <summary>False for a channel that was taken off the terms: what cases hold of it can still come back.</summary>
    public bool IsListed { get; set; } = true;

    internal static void Map(EntityTypeBuilder<EntitlementBalanceRow> balances)
    {
        balances.ToTable("entitlement_balances");
        balances.HasKey(row => new { row.EntitlementId, row.Channel });

        // Who changes the total writes down the balance after it, and so must know what was taken until then.
        balances.Property(row => row.Used).IsConcurrencyToken();
        balances
            .HasOne<EntitlementRow>()
            .WithMany()
            .HasForeignKey(row => row.EntitlementId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
