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

internal sealed class ClockStateJson()
    : JsonStringEnumConverter<ClockState>(System.Text.Json.JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);
