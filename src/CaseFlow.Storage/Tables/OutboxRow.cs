using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>One append to one case: what whoever follows the cases reads on from.</summary>
public sealed record OutboxRow
{
    public long Id { get; init; }

    /// <summary>
    /// PostgreSQL only: its place among the rows in the order in which they were committed, given by the first reader that
    /// sees it. In SQLite the ids are in that order.
    /// </summary>
    public long? Place { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The position of the first event appended.</summary>
    public required int Position { get; init; }

    /// <summary>How many events were appended.</summary>
    public required int Count { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// The types of its events, for those who look for some: <c>,status-moved,clock-paused,</c>. Null in rows of versions
    /// that did not write it: there the events must be read.
    /// </summary>
    public string? Types { get; init; }

    internal static string TypesOf(ImmutableArray<string> types) =>
        types is [var only] ? $",{only}," : $",{string.Join(',', types.Distinct(StringComparer.Ordinal))},";

    internal static void Map(EntityTypeBuilder<OutboxRow> outbox)
    {
        outbox.ToTable("outbox");
        outbox.HasKey(row => row.Id);
        outbox.Property(row => row.Id).ValueGeneratedOnAdd();
    }
}
