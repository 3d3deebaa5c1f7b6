using CaseFlow.Engine.Entitlements;
using CaseFlow.Storage;

namespace CaseFlow.Host.Entitlements;

/// <summary>An entitlement as the API shows it. Terms are decimals; <c>units</c> are sixtieths of a term, and exact.</summary>
/// <param name="Status"><c>draft</c>, <c>waiting</c>, <c>active</c>, <c>expired</c> or <c>cancelled</c>, by the clock.</param>
/// <param name="Renews">The one that this one renews.</param>
/// <param name="Qualifies">Whether it can be used for what was asked; null where nobody asked.</param>
/// <param name="WhyNot">Everything that stands against it.</param>
internal sealed record EntitlementView(
    Guid Id,
    Guid CustomerId,
    string Name,
    string? Level,
    string? Sla,
    string Status,
    DateOnly Starts,
    DateOnly Ends,
    string TimeZone,
    string Allocation,
    string DecreaseOn,
    decimal Total,
    decimal Remaining,
    long TotalUnits,
    long RemainingUnits,
    ImmutableArray<EntitlementView.ChannelView> Channels,
    bool OtherChannels,
    bool Restrict,
    ImmutableArray<string> Products,
    ImmutableArray<Guid> Contacts,
    bool IsDefault,
    Guid? Renews,
    int Version,
    DateTimeOffset CreatedAt,
    string CreatedBy,
    DateTimeOffset ModifiedAt,
    string ModifiedBy,
    bool? Qualifies,
    ImmutableArray<WhyNot> WhyNot
)
{
    public sealed record ChannelView(
        string Channel,
        decimal Total,
        decimal Remaining,
        long TotalUnits,
        long RemainingUnits
    );

    public static EntitlementView Of(
        EntitlementRow row,
        EntitlementFacts facts,
        DateTimeOffset at,
        ImmutableArray<WhyNot>? whyNot = null
    ) =>
        new(
            row.Id,
            row.CustomerId,
            row.Name,
            row.Level,
            row.Sla,
            EntitlementWords.Of(EntitlementLife.StatusAt(facts, at)),
            row.Starts,
            row.Ends,
            row.TimeZone,
            EntitlementWords.Of(row.Allocation),
            EntitlementWords.Of(row.DecreaseOn),
            Units.ToTerms(facts.Total.Total),
            Units.ToTerms(facts.Total.Remaining),
            facts.Total.Total,
            facts.Total.Remaining,
            [.. facts.Channels.Select(ViewOf)],
            row.AllowsOtherChannels,
            row.IsRestricted,
            row.Products,
            row.Contacts,
            row.IsDefault,
            row.Renews,
            row.Version,
            row.CreatedAt,
            row.CreatedBy,
            row.ModifiedAt,
            row.ModifiedBy,
            whyNot is { } reasons ? reasons.IsEmpty : null,
            whyNot ?? []
        );

    private static ChannelView ViewOf(Balance balance) =>
        new(
            balance.Channel,
            Units.ToTerms(balance.Total),
            Units.ToTerms(balance.Remaining),
            balance.Total,
            balance.Remaining
        );
}
