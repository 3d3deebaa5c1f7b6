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

/// <summary>The names of states, as definitions, doors and refusals write them.</summary>
internal static class Names
{
    public static string Of(CaseState state) =>
        state switch
        {
            CaseState.Active => "active",
            CaseState.Resolved => "resolved",
            _ => "cancelled",
        };
}
