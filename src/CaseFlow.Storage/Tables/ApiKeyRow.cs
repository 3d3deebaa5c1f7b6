using CaseFlow.Engine.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>A key by which a program acts as a user. The key itself is not here, only what it is known by again.</summary>
public sealed class ApiKeyRow
{
    public required Guid Id { get; init; }

    /// <summary>The SHA-256 of the key. It needs no salt: nobody guesses 256 random bits.</summary>
    public required byte[] Hash { get; init; }

    public required string User { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; init; }

    /// <summary>What it may do, where its user may do it as well.</summary>
    public required Role Roles { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The day on which it was last used; not the moment, so that using it is seldom a write.</summary>
    public DateTimeOffset? LastUsedOn { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    public string? RevokedBy { get; set; }

    internal static void Map(EntityTypeBuilder<ApiKeyRow> keys)
    {
        keys.ToTable("api_keys");
        keys.HasKey(row => row.Id);
        keys.HasIndex(row => row.Hash).IsUnique();
        keys.HasIndex(row => new { row.User, row.Id });
        keys.Property(row => row.Roles).HasConversion<RolesText>();
        keys.HasOne<UserRow>().WithMany().HasForeignKey(row => row.User);
    }
}
