using System.Text.Json;
using System.Text.Json.Serialization;

namespace CaseFlow.Engine.Cases;

/// <summary>What kind of work on a case an activity is.</summary>
[JsonConverter(typeof(ActivityKindJson))]
public enum ActivityKind
{
    PhoneCall,
    Task,
    Appointment,
    Email,
    Note,
}

/// <summary>Whether a call or an e-mail came in or went out.</summary>
[JsonConverter(typeof(DirectionJson))]
public enum Direction
{
    Incoming,
    Outgoing,
}

/// <summary>What an activity is about, as whoever adds it says it.</summary>
/// <param name="Direction">For calls and e-mails; null for the other kinds.</param>
/// <param name="IsPublic">The customer may see it. Nothing but a person's own choice makes an internal one public.</param>
public sealed record ActivityContent(
    ActivityKind Kind,
    string Subject,
    string? Text,
    Direction? Direction,
    bool IsPublic,
    DateTimeOffset? Due
);

/// <summary>An activity of a case that is still to be done.</summary>
public sealed record OpenActivity(
    Guid Id,
    ActivityKind Kind,
    string Subject,
    Direction? Direction,
    bool IsPublic,
    DateTimeOffset? Due
);

/// <summary>The names of activities' kinds and directions, as definitions, doors and the store write them.</summary>
public static class ActivityWords
{
    public static ImmutableArray<string> Kinds { get; } = ["phone-call", "task", "appointment", "email", "note"];

    public static ImmutableArray<string> Directions { get; } = ["incoming", "outgoing"];

    public static string Of(ActivityKind kind) => Kinds[(int)kind];

    public static string Of(Direction direction) => Directions[(int)direction];

    /// <summary>The kind of this name, or null where there is none.</summary>
    public static ActivityKind? FindKind(string? name) =>
        name is not null && Kinds.IndexOf(name, StringComparer.Ordinal) is var index and >= 0
            ? (ActivityKind)index
            : null;

    /// <summary>The direction of this name, or null where there is none.</summary>
    public static Direction? FindDirection(string? name) =>
        name is not null && Directions.IndexOf(name, StringComparer.Ordinal) is var index and >= 0
            ? (Direction)index
            : null;
}

internal sealed class ActivityKindJson()
    : JsonStringEnumConverter<ActivityKind>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);

internal sealed class DirectionJson()
    : JsonStringEnumConverter<Direction>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);
