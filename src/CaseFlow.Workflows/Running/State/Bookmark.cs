using System.Text.Json.Serialization;

namespace CaseFlow.Workflows.Running.State;

/// <summary>Where an instance waits, and for what.</summary>
public sealed record Bookmark
{
    public required string Id { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required BookmarkKind Kind { get; init; }

    public required string ActivityId { get; init; }

    /// <summary>The activity's ids from the root on.</summary>
    public required string NodeId { get; init; }

    public required int Frame { get; init; }

    /// <summary>What it is found by: the name of an event or a task, a path, an event of cases.</summary>
    public string? Name { get; init; }

    /// <summary>When a timer is due.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The rest: the methods of an endpoint, the case and the condition that it waits for.</summary>
    public ValueMap Details { get; init; } = [];

    /// <summary>Whether it waits for the answer to an effect of its own, not for the world.</summary>
    [JsonIgnore]
    public bool IsCall => Kind == BookmarkKind.Answer;
}

/// <summary>What a bookmark waits for.</summary>
public enum BookmarkKind
{
    /// <summary>The answer to the effect of the same id.</summary>
    Answer,
    Event,
    Timer,
    Task,
    Http,

    /// <summary>The end of the instance that has the bookmark's id.</summary>
    Workflow,

    /// <summary>A condition to hold for a case.</summary>
    Case,
    CaseEvent,
}
