using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>How far the ticket numbers of a process have been given out, in one series such as <c>CAS-2026-</c>.</summary>
public sealed record TicketSeriesRow
{
    public required string Process { get; init; }

    public required string Series { get; init; }

    /// <summary>The first number that nobody has taken.</summary>
    public required long Next { get; init; }

    internal static void Map(EntityTypeBuilder<TicketSeriesRow> series)
    {
        series.ToTable("ticket_series");
        series.HasKey(row => new { row.Process, row.Series });
    }
}
