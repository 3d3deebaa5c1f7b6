using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>Somebody signed in, or changed who may do what or how the product works. Rows are added and never changed.</summary>
public sealed record AuditRow
{
    /// <summary>Counts up.</summary>
    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it; who he said he is, where signing in failed.</summary>
    public required string By { get; init; }

    /// <summary>What was done, such as <c>sign-in</c> or <c>roles-set</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to, such as <c>user:ann</c>.</summary>
    public string? Subject { get; init; }

    /// <summary>What became of it, in words; never a secret.</summary>
    public string? Detail { get; init; }

    /// <summary>The address that it was asked from.</summary>
    public string? Address { get; init; }

    internal static void Map(EntityTypeBuilder<AuditRow> audit)
    {
        audit.ToTable("audit");
        audit.HasKey(row => row.Id);
        audit.Property(row => row.Id).ValueGeneratedOnAdd();
        audit.HasIndex(row => row.At);
        audit.HasIndex(row => new { row.By, row.Id });
        audit.HasIndex(row => new { row.Action, row.Id });
        audit.HasIndex(row => new { row.Subject, row.Id });
    }
}
