using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>Something that was sent by somebody outside, as far as it matters for having it worked on.</summary>
public abstract record InboundRow
{
    /// <summary>The state of what is still to be worked on.</summary>
    public const string Waiting = "waiting";

    /// <summary>Counts up in the order of reception.</summary>
    public long Number { get; init; }

    public required Guid Id { get; init; }

    /// <summary>Tells it from the others that came the same way.</summary>
    public required string Key { get; init; }

    /// <summary>Of one lane, one is worked on at a time, in the order in which they came.</summary>
    public required string Lane { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary><c>waiting</c>, or what came of it.</summary>
    public required string State { get; init; }

    /// <summary>When it may be taken up: at once, after a pause, or when who took it up has died.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>How often working on it failed in this run.</summary>
    public int Failures { get; init; }

    /// <summary>How often somebody had it worked on again.</summary>
    public int Replays { get; init; }

    /// <summary>Why it ended so, in words; or why the last try failed.</summary>
    public string? Detail { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    private protected static void Map<TRow>(EntityTypeBuilder<TRow> rows)
        where TRow : InboundRow
    {
        const string OnlyWaiting = "state = 'waiting'";
        rows.HasKey(row => row.Number);
        rows.Property(row => row.Number).ValueGeneratedOnAdd();
        rows.HasIndex(row => row.Id).IsUnique();
        rows.HasIndex(row => new { row.Lane, row.Number }).HasFilter(OnlyWaiting);
        rows.HasIndex(row => row.DueAt).HasFilter(OnlyWaiting);
    }
}
