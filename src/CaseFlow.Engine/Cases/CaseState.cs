using System.Text.Json.Serialization;

namespace CaseFlow.Engine.Cases;

/// <summary>What may be done to a case at all. Statuses refine it; there are no other states.</summary>
[JsonConverter(typeof(CaseStateJson))]
public enum CaseState
{
    Active,
    Resolved,
    Cancelled,
}

/// <summary>Writes states as <c>active</c>, <c>resolved</c>, <c>cancelled</c>.</summary>
internal sealed class CaseStateJson()
    : JsonStringEnumConverter<CaseState>(System.Text.Json.JsonNamingPolicy.CamelCase, allowIntegerValues: false);

/// <summary>The names of states, as definitions, doors, refusals and the store write them.</summary>
public static class StateNames
{
    public static ImmutableArray<string> All { get; } = ["active", "resolved", "cancelled"];

    public static string Of(CaseState state) => All[(int)state];

    /// <summary>The state of this name, or null where there is none.</summary>
    public static CaseState? Find(string? name) =>
        name is not null && All.IndexOf(name, StringComparer.Ordinal) is var index and >= 0 ? (CaseState)index : null;
}
