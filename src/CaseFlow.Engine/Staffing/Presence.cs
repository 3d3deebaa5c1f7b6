using System.Text.Json.Serialization;

namespace CaseFlow.Engine.Staffing;

/// <summary>Whether somebody is there for work; only who is available is given any.</summary>
[JsonConverter(typeof(PresenceJson))]
public enum Presence
{
    Available,
    Busy,
    Away,
    Offline,
}

/// <summary>The names of presences, as the API and stored events write them.</summary>
public static class PresenceNames
{
    public static ImmutableArray<string> All { get; } = ["available", "busy", "away", "offline"];

    public static string Of(Presence presence) => All[(int)presence];

    /// <summary>The presence of this name, or null where there is none.</summary>
    public static Presence? Find(string? name) =>
        name is not null && All.IndexOf(name) is var index and >= 0 ? (Presence)index : null;
}

internal sealed class PresenceJson()
    : JsonStringEnumConverter<Presence>(System.Text.Json.JsonNamingPolicy.CamelCase, allowIntegerValues: false);
