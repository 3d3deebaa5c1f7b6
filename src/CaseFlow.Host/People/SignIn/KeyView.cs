using CaseFlow.Engine.Cases;
using CaseFlow.Storage;

namespace CaseFlow.Host.People.SignIn;

/// <summary>An API key as it is shown.</summary>
/// <param name="Key">The key itself, in the answer that made it and never again.</param>
/// <param name="Roles">What it may do, where its user may as well.</param>
/// <param name="LastUsedOn">The day on which it was last used.</param>
internal sealed record KeyView(
    Guid Id,
    string Name,
    string User,
    ImmutableArray<string> Roles,
    DateTimeOffset CreatedAt,
    string CreatedBy,
    DateTimeOffset? ExpiresAt,
    DateOnly? LastUsedOn,
    DateTimeOffset? RevokedAt,
    string? Key
)
{
    public static KeyView Of(ApiKeyRow row) =>
        new(
            row.Id,
            row.Name,
            row.User,
            RoleNames.Of(row.Roles),
            row.CreatedAt,
            row.CreatedBy,
            row.ExpiresAt,
            row.LastUsedOn is { } day ? DateOnly.FromDateTime(day.UtcDateTime) : null,
            row.RevokedAt,
            null
        );
}
