using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>One command given to many cases, and how far it is.</summary>
public sealed record BulkJobRow
{
    public required Guid Id { get; init; }

    /// <summary>Who asked: every case is put the question in his name.</summary>
    public required string By { get; init; }

    /// <summary>His roles when he asked, by their names, with commas.</summary>
    public required string Roles { get; init; }

    /// <summary>The command's name, or <c>undo</c>.</summary>
    public required string Command { get; init; }

    /// <summary>What goes with the command, in JSON, as the single call takes it.</summary>
    public required string Body { get; init; }

    /// <summary>The job that this one takes back.</summary>
    public Guid? Undoes { get; init; }

    public required int Total { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null while cases are left.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Cases not reached by then are left alone.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Until then a node works on it; another one takes it up only after.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>Which run of a node holds it.</summary>
    public Guid? HeldBy { get; init; }

    internal static void Map(EntityTypeBuilder<BulkJobRow> jobs)
    {
        jobs.ToTable("bulk_jobs");
        jobs.HasKey(row => row.Id);
        jobs.Property(row => row.Id).ValueGeneratedNever();
        jobs.Property(row => row.HeldBy).IsConcurrencyToken();
        jobs.HasIndex(row => row.CreatedAt).HasFilter("ended_at IS NULL");
        jobs.HasIndex(row => row.Undoes).HasFilter("undoes IS NOT NULL");
    }
}
