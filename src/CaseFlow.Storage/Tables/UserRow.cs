using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Staffing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>Somebody who works here.</summary>
public sealed record UserRow
{
    /// <summary>What stands in cases and definitions, such as <c>ann</c>.</summary>
    public required string Key { get; init; }

    public required string Name { get; set; }

    /// <summary>The name as it is looked for.</summary>
    public required string SearchName { get; set; }

    public string? Email { get; set; }

    /// <summary>What he may do when he signs in.</summary>
    public required Role Roles { get; set; }

    /// <summary>The language of pages, such as <c>fr</c>; null for that of his browser.</summary>
    public string? Locale { get; set; }

    /// <summary>What he can do, as queues name it.</summary>
    public required ImmutableArray<string> Skills { get; set; }

    /// <summary>How many cases he works on at most, unless he picks more himself; null for no limit of his own.</summary>
    public int? Capacity { get; set; }

    /// <summary>Who is not is given nothing, and nothing is assigned to him.</summary>
    public required bool IsActive { get; set; }

    public required Presence Presence { get; set; }

    public required DateTimeOffset PresenceSince { get; set; }

    internal static void Map(EntityTypeBuilder<UserRow> users)
    {
        users.ToTable("users");
        users.HasKey(row => row.Key);
        users.Property(row => row.Skills).HasConversion<SpacedWords, SameWords>();
        users.Property(row => row.Roles).HasConversion<RolesText>();
        users.Property(row => row.Presence).HasConversion<PresenceName>();
        users.HasIndex(row => new { row.SearchName, row.Key });
    }
}
