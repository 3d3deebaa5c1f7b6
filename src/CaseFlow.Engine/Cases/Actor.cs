namespace CaseFlow.Engine.Cases;

/// <summary>What somebody may do; one person can have several.</summary>
[Flags]
public enum Role
{
    None = 0,
    Agent = 1,
    Supervisor = 2,
    Designer = 4,
    Admin = 8,
    Automation = 16,
}

/// <summary>Who asks.</summary>
public sealed record Actor(string User, Role Roles);

/// <summary>The names of roles, as definitions, doors and refusals write them.</summary>
public static class RoleNames
{
    public static ImmutableArray<string> All { get; } = ["agent", "supervisor", "designer", "admin", "automation"];

    /// <summary>The role of this name, or null where there is none.</summary>
    public static Role? Find(string name) => All.IndexOf(name) is var index and >= 0 ? (Role)(1 << index) : null;

    /// <summary>The single roles in a set, by name.</summary>
    public static ImmutableArray<string> Of(Role roles) =>
        [.. All.Where((_, index) => roles.HasFlag((Role)(1 << index)))];
}
