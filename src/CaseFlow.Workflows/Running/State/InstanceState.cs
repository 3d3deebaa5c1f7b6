using System.Text.Json;
using System.Text.Json.Serialization;

namespace CaseFlow.Workflows.Running.State;

/// <summary>All of an instance between two bursts. It is JSON and back without a loss.</summary>
public sealed record InstanceState
{
    public required string InstanceId { get; init; }

    public required string DefinitionId { get; init; }

    /// <summary>The version that it runs; it stays with it.</summary>
    public required string VersionId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int Version { get; init; }

    public InstanceStatus Status { get; init; }

    public InstanceSubStatus SubStatus { get; init; }

    public string? Name { get; init; }

    public string? CorrelationId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>How many bursts there were.</summary>
    public int Bursts { get; init; }

    /// <summary>How many ids were given: to activities that ran, effects and bookmarks.</summary>
    public int Counter { get; init; }

    /// <summary>What came with the start and outlives a wait.</summary>
    public ValueMap Input { get; init; } = [];

    public ValueMap Output { get; init; } = [];

    /// <summary>The activities that have begun and not ended, each behind the one that holds it.</summary>
    public ImmutableArray<FrameState> Frames { get; init; } = [];

    /// <summary>Where it waits.</summary>
    public ImmutableArray<Bookmark> Bookmarks { get; init; } = [];

    public ImmutableArray<Incident> Incidents { get; init; } = [];

    /// <summary>What else is there until the answers it asked for are in; a real wait forgets it.</summary>
    public PausedBurst? Paused { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, InstanceStateJson.Default.InstanceState);

    public static InstanceState FromJson(string json) =>
        JsonSerializer.Deserialize(json, InstanceStateJson.Default.InstanceState)
        ?? throw new JsonException("The state of an instance is an object.");
}

/// <summary>Whether an instance goes on at all.</summary>
public enum InstanceStatus
{
    Running,
    Finished,
}

/// <summary>How an instance is.</summary>
public enum InstanceSubStatus
{
    Suspended,
    Finished,
    Cancelled,
    Faulted,
}

/// <summary>What a burst knows and the next one does not, unless it only went to fetch an answer.</summary>
public sealed record PausedBurst
{
    public ValueMap Input { get; init; } = [];

    public string? TriggerActivityId { get; init; }

    [JsonConverter(typeof(StateValueJson))]
    public object? Answer { get; init; }

    [JsonConverter(typeof(StateValueJson))]
    public object? LastResult { get; init; }

    public ImmutableArray<RecordedOutput> Outputs { get; init; } = [];
}

/// <summary>What an activity gave.</summary>
/// <param name="Holder">The frame that held it.</param>
public sealed record RecordedOutput(
    int Holder,
    string? Workflow,
    string Activity,
    string Name,
    [property: JsonConverter(typeof(StateValueJson))] object? Value
);
