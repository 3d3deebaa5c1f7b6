using CaseFlow.Engine.Entitlements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>What a customer is entitled to. How much of it is left stands in its balances.</summary>
public sealed record EntitlementRow
{
    public required Guid Id { get; init; }

    public required Guid CustomerId { get; init; }

    public required string Name { get; set; }

    public string? Level { get; set; }

    public string? Sla { get; set; }

    public required DateOnly Starts { get; set; }

    /// <summary>The last day, which still counts.</summary>
    public required DateOnly Ends { get; set; }

    public required string TimeZone { get; set; }

    public required Allocation Allocation { get; set; }

    public required Decrease DecreaseOn { get; set; }

    public required bool IsRestricted { get; set; }

    public required bool AllowsOtherChannels { get; set; }

    /// <summary>None for all products.</summary>
    public required ImmutableArray<string> Products { get; set; }

    /// <summary>None for all contacts.</summary>
    public required ImmutableArray<Guid> Contacts { get; set; }

    public required bool IsDefault { get; set; }

    public required EntitlementState State { get; set; }

    /// <summary>The one that this one renews.</summary>
    public Guid? Renews { get; init; }

    /// <summary>How often it was changed: a change of what somebody else has changed meanwhile is refused.</summary>
    public required int Version { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset ModifiedAt { get; set; }

    public required string ModifiedBy { get; set; }

    /// <summary>As decisions see it.</summary>
    /// <param name="balances">All of its balances.</param>
    public EntitlementFacts ToFacts(IEnumerable<EntitlementBalanceRow> balances)
    {
        var own = balances
            .Where(row => row.IsListed)
            .Select(row => new Balance(row.Channel, row.Total, row.Used))
            .ToList();
        return new()
        {
            Id = Id,
            Customer = CustomerId,
            Name = Name,
            Level = Level,
            Sla = Sla,
            Starts = Starts,
            Ends = Ends,
            TimeZone = TimeZone,
            Allocation = Allocation,
            DecreaseOn = DecreaseOn,
            IsRestricted = IsRestricted,
            AllowsOtherChannels = AllowsOtherChannels,
            Products = Products,
            Contacts = Contacts,
            IsDefault = IsDefault,
            State = State,
            Total = own.Find(balance => balance.Channel.Length == 0) ?? new("", 0, 0),
            Channels =
            [
                .. own.Where(balance => balance.Channel.Length > 0)
                    .OrderBy(balance => balance.Channel, StringComparer.Ordinal),
            ],
        };
    }

    internal static void Map(EntityTypeBuilder<EntitlementRow> entitlements)
    {
        entitlements.ToTable("entitlements");
        entitlements.HasKey(row => row.Id);
        entitlements.Property(row => row.Id).ValueGeneratedNever();
        entitlements.Property(row => row.Version).IsConcurrencyToken();
        entitlements.Property(row => row.Allocation).HasConversion<AllocationName>();
        entitlements.Property(row => row.DecreaseOn).HasConversion<DecreaseName>();
        entitlements.Property(row => row.State).HasConversion<EntitlementStateName>();
        entitlements.Property(row => row.Products).HasConversion<TextLines, SameLines>();
        entitlements.Property(row => row.Contacts).HasConversion<IdLines, SameIds>();
        entitlements.HasIndex(row => new { row.CustomerId, row.Id });
    }
}
