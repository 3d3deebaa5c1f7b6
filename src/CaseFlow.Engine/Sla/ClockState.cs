using System.Text.Json.Serialization;

namespace CaseFlow.Engine.Sla;

/// <summary>How a clock stands.</summary>
[JsonConverter(typeof(ClockStateJson))]
public enum ClockState
{
    /// <summary>It counts while its calendar is open.</summary>
    Running,

    /// <summary>The case waits for somebody else.</summary>
    Paused,

    /// <summary>No rule applies, so nothing counts until one does.</summary>
    NotApplicable,

    Met,

    Failed,
}

/// <summary>The names of the states of clocks, as scenarios and the API write them.</summary>
public static class ClockStates
{
    public static ImmutableArray<string> Names { get; } = ["running", "paused", "not-applicable", "met", "failed"];

    public static string Of(ClockState state) => Names[(int)state];
}

internal sealed class ClockStateJson()
    : JsonStringEnumConverter<ClockState>(System.Text.Json.JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);
