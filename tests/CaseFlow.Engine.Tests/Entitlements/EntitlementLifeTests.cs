using CaseFlow.Engine.Entitlements;

namespace CaseFlow.Engine.Tests.Entitlements;

/// <summary>What the clock makes of an entitlement, and what people may.</summary>
public sealed class EntitlementLifeTests
{
    [Theory]
    [InlineData("2025-12-31T22:59:59Z", EntitlementStatus.Waiting)]
    [InlineData("2025-12-31T23:00:00Z", EntitlementStatus.Active)]
    [InlineData("2026-12-31T22:59:59Z", EntitlementStatus.Active)]
    [InlineData("2026-12-31T23:00:00Z", EntitlementStatus.Expired)]
    public void Its_days_begin_and_end_in_its_own_time_zone(string at, EntitlementStatus status) =>
        Assert.Equal(
            status,
            EntitlementLife.StatusAt(
                Contracts.TenCases,
                DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)
            )
        );

    [Theory]
    [InlineData(EntitlementChange.Edit, "draft")]
    [InlineData(EntitlementChange.Activate, "draft")]
    [InlineData(EntitlementChange.Deactivate, "waiting active expired")]
    [InlineData(EntitlementChange.Cancel, "waiting active")]
    [InlineData(EntitlementChange.Renew, "expired cancelled")]
    public void Each_change_has_its_time(EntitlementChange change, string possible) =>
        Assert.Equal(
            possible.Split(' '),
            Enum.GetValues<EntitlementStatus>()
                .Where(status => EntitlementLife.Check(change, status) is null)
                .Select(EntitlementWords.Of)
        );

    [Fact]
    public void Renewed_it_starts_today_and_is_as_long() =>
        Assert.Equal(
            (new DateOnly(2026, 3, 2), new DateOnly(2027, 3, 1)),
            EntitlementLife.Renewed(
                new DateOnly(2024, 1, 1),
                new DateOnly(2024, 12, 30),
                "Europe/Paris",
                Cases.CaseSpec.Monday9
            )
        );

    [Theory]
    [InlineData("0.5", 30)]
    [InlineData("10", 600)]
    [InlineData("-1.25", -75)]
    [InlineData("0.1", 6)]
    [InlineData("0.3333", null)]
    [InlineData("99999999999", null)]
    public void A_term_is_sixty_units_and_parts_of_units_are_refused(string terms, int? units) =>
        Assert.Equal(units, Units.Of(decimal.Parse(terms, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Units_are_shown_as_terms() =>
        Assert.Equal(
            ["1.5", "0.016667", "-2"],
            new long[] { 90, 1, -120 }.Select(units =>
                Units.ToTerms(units).ToString(System.Globalization.CultureInfo.InvariantCulture)
            )
        );
}
