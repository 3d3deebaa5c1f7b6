using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>
/// What a user signs in with. It is a row beside his, and no record, so that a hash is never read or written into a log with
/// the rest of him.
/// </summary>
public sealed class AccountRow
{
    /// <summary>The user, whose key is the name that he signs in by.</summary>
    public required string User { get; init; }

    /// <summary>Null for who signs in elsewhere only.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes with the password: what was signed in before it is so no longer.</summary>
    public required string SecurityStamp { get; set; }

    /// <summary>Wrong passwords since the last right one or the last lock.</summary>
    public int FailedTries { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>Its password is known to everybody, so it counts on this machine only.</summary>
    public bool IsDemo { get; set; }

    /// <summary>Who vouches for him, where he signs in elsewhere.</summary>
    public string? Issuer { get; set; }

    /// <summary>What he is called there.</summary>
    public string? Subject { get; set; }

    internal static void Map(EntityTypeBuilder<AccountRow> accounts)
    {
        accounts.ToTable("accounts");
        accounts.HasKey(row => row.User);
        accounts.HasOne<UserRow>().WithOne().HasForeignKey<AccountRow>(row => row.User);
        accounts.HasIndex(row => new { row.Issuer, row.Subject }).IsUnique().HasFilter("issuer IS NOT NULL");
    }
}
