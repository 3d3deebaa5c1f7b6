using System.Text.Json;
using System.Text.Json.Serialization;

namespace CaseFlow.Engine.Entitlements;

/// <summary>What an entitlement is spent in.</summary>
[JsonConverter(typeof(AllocationJson))]
public enum Allocation
{
    Cases,

    /// <summary>Billable time; it is known, and so taken, only when a case is resolved.</summary>
    Hours,
}

/// <summary>When a case takes its term.</summary>
[JsonConverter(typeof(DecreaseJson))]
public enum Decrease
{
    Creation,
    Resolution,
}

/// <summary>What people made of an entitlement.</summary>
[JsonConverter(typeof(EntitlementStateJson))]
public enum EntitlementState
{
    /// <summary>It can be changed, and no case can use it.</summary>
    Draft,
    Activated,
    Cancelled,
}

/// <summary>What an entitlement is at a time: its state, refined by the clock.</summary>
[JsonConverter(typeof(EntitlementStatusJson))]
public enum EntitlementStatus
{
    Draft,

    /// <summary>Activated, and its first day is still to come.</summary>
    Waiting,
    Active,

    /// <summary>Activated, and its last day is over.</summary>
    Expired,
    Cancelled,
}

/// <summary>The names of allocations, decreases, states and statuses, as doors and the store write them.</summary>
public static class EntitlementWords
{
    public static ImmutableArray<string> Allocations { get; } = ["cases", "hours"];

    public static ImmutableArray<string> Decreases { get; } = ["creation", "resolution"];

    public static ImmutableArray<string> States { get; } = ["draft", "activated", "cancelled"];

    public static ImmutableArray<string> Statuses { get; } = ["draft", "waiting", "active", "expired", "cancelled"];

    public static string Of(Allocation allocation) => Allocations[(int)allocation];

    public static string Of(Decrease decrease) => Decreases[(int)decrease];

    public static string Of(EntitlementState state) => States[(int)state];

    public static string Of(EntitlementStatus status) => Statuses[(int)status];

    /// <summary>The allocation of this name, or null where there is none.</summary>
    public static Allocation? FindAllocation(string? name) => (Allocation?)Find(Allocations, name);

    /// <summary>The decrease of this name, or null where there is none.</summary>
    public static Decrease? FindDecrease(string? name) => (Decrease?)Find(Decreases, name);

    /// <summary>The state of this name, or null where there is none.</summary>
    public static EntitlementState? FindState(string? name) => (EntitlementState?)Find(States, name);

    private static int? Find(ImmutableArray<string> names, string? name) =>
        name is not null && names.IndexOf(name, StringComparer.Ordinal) is var index and >= 0 ? index : null;
}

internal sealed class AllocationJson()
    : JsonStringEnumConverter<Allocation>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

internal sealed class DecreaseJson()
    : JsonStringEnumConverter<Decrease>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

internal sealed class EntitlementStateJson()
    : JsonStringEnumConverter<EntitlementState>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

internal sealed class EntitlementStatusJson()
    : JsonStringEnumConverter<EntitlementStatus>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
