using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>
/// How far ticket numbers have been given out in one series, such as <c>CAS-2026-{number}</c>. Processes that write their
/// tickets alike share the series, so that no two cases have one ticket.
/// </summary>
public sealed record TicketSeriesRow
{
    public required string Series { get; init; }

    /// <summary>The first number that nobody has taken.</summary>
    public required long Next { get; init; }

    internal static void Map(EntityTypeBuilder<TicketSeriesRow> series)
    {
        series.ToTable("ticket_series");
        series.HasKey(row => row.Series);
    }
}
