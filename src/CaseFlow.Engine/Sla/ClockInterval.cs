using System.Text.Json.Serialization;

namespace CaseFlow.Engine.Sla;

/// <summary>What the time of a clock was.</summary>
[JsonConverter(typeof(ClockTimeJson))]
public enum ClockTime
{
    /// <summary>It counts towards the target.</summary>
    Counting,

    /// <summary>The case waited for somebody else.</summary>
    Paused,

    /// <summary>The calendar was closed.</summary>
    Closed,

    /// <summary>No rule applied.</summary>
    NotApplicable,
}

internal sealed class ClockTimeJson()
    : JsonStringEnumConverter<ClockTime>(System.Text.Json.JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);

/// <summary>A stretch of a clock's time, and by what it is so. The intervals of a clock follow each other without a gap.</summary>
/// <param name="Rule">Null where no rule has applied yet.</param>
/// <param name="ChosenBy">What chose the rule; null where there is none.</param>
/// <param name="Calendar">Null where all time counts.</param>
/// <param name="Definition">The hash of the version whose rule and calendar these are.</param>
public sealed record ClockInterval(
    ClockTime Kind,
    DateTimeOffset From,
    DateTimeOffset To,
    string? Rule,
    SlaChoice? ChosenBy,
    string? Calendar,
    string Definition
)
{
    public long Seconds => (long)(To - From).TotalSeconds;
}
