namespace CaseFlow.Host.People.Pages;

/// <summary>Somebody who works here.</summary>
public sealed record PersonModel(
    string Key,
    string Name,
    string? Email,
    ImmutableArray<string> Skills,
    int? Capacity,
    bool Active,
    ImmutableArray<string> Roles,
    string Presence
)
{
    public string Api => $"/api/users/{Uri.EscapeDataString(Key)}";

    public string Address => $"/people/{Uri.EscapeDataString(Key)}";
}

/// <summary>How somebody signs in.</summary>
public sealed record PersonAccount(
    bool HasPassword,
    string? Issuer,
    DateTimeOffset? LockedUntil,
    DateTimeOffset? LastSignIn
);

/// <summary>People who work in the same queues.</summary>
public sealed record TeamModel(string Key, string Title)
{
    public string Api => $"/api/teams/{Uri.EscapeDataString(Key)}";
}

/// <summary>A key of somebody; <paramref name="Key"/> is there once, when it is made.</summary>
public sealed record PersonKey(
    Guid Id,
    string Name,
    ImmutableArray<string> Roles,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    DateOnly? LastUsedOn,
    DateTimeOffset? RevokedAt,
    string? Key
);

/// <summary>A line of the audit.</summary>
public sealed record AuditEntry(
    long Id,
    DateTimeOffset At,
    string By,
    string Action,
    string? Subject,
    string? Detail,
    string? Address
);
