using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Staffing;
using CaseFlow.Storage;

namespace CaseFlow.Host.People;

/// <summary>A user as the API shows him.</summary>
/// <param name="Capacity">How many cases he is given at most; null for no limit of his own.</param>
/// <param name="Active">False for who is deactivated.</param>
/// <param name="Roles">What he may do when he signs in.</param>
/// <param name="Presence"><c>available</c>, <c>busy</c>, <c>away</c> or <c>offline</c>.</param>
internal sealed record UserView(
    string Key,
    string Name,
    string? Email,
    ImmutableArray<string> Skills,
    int? Capacity,
    bool Active,
    ImmutableArray<string> Roles,
    string Presence,
    DateTimeOffset PresenceSince
)
{
    public static UserView Of(UserRow row) =>
        new(
            row.Key,
            row.Name,
            row.Email,
            row.Skills,
            row.Capacity,
            row.IsActive,
            RoleNames.Of(row.Roles),
            PresenceNames.Of(row.Presence),
            row.PresenceSince
        );
}
