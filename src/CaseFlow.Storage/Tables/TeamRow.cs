using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>People who work together; a definition names them as <c>team:support</c>.</summary>
public sealed record TeamRow
{
    public required string Key { get; init; }

    public required string Title { get; set; }

    /// <summary>The title as it is looked for.</summary>
    public required string SearchTitle { get; set; }

    internal static void Map(EntityTypeBuilder<TeamRow> teams)
    {
        teams.ToTable("teams");
        teams.HasKey(row => row.Key);
        teams.HasIndex(row => new { row.SearchTitle, row.Key });
    }
}

/// <summary>Somebody in a team. It counts from the moment it is written, in every queue that names the team.</summary>
public sealed record TeamMemberRow
{
    public required string Team { get; init; }

    public required string User { get; init; }

    internal static void Map(EntityTypeBuilder<TeamMemberRow> members)
    {
        members.ToTable("team_members");
        members.HasKey(row => new { row.Team, row.User });
        members.HasIndex(row => row.User);
        members.HasOne<TeamRow>().WithMany().HasForeignKey(row => row.Team);
        members.HasOne<UserRow>().WithMany().HasForeignKey(row => row.User);
    }
}
