using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>How many cases a queue has given to people: the number of its last one, which no two cases share.</summary>
public sealed record QueueRoundRow
{
    public required string Process { get; init; }

    public required string Queue { get; init; }

    public required long Round { get; init; }

    internal static void Map(EntityTypeBuilder<QueueRoundRow> rounds)
    {
        rounds.ToTable("queue_rounds");
        rounds.HasKey(row => new { row.Process, row.Queue });
    }
}

/// <summary>The number of the last case that a queue gave to somebody.</summary>
public sealed record QueueTurnRow
{
    public required string Process { get; init; }

    public required string Queue { get; init; }

    public required string User { get; init; }

    public required long Turn { get; init; }

    internal static void Map(EntityTypeBuilder<QueueTurnRow> turns)
    {
        turns.ToTable("queue_turns");
        turns.HasKey(row => new
        {
            row.Process,
            row.Queue,
            row.User,
        });
    }
}
