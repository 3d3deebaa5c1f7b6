using System.Text.Json.Serialization;

namespace CaseFlow.Workflows.Running.State;

/// <summary>An activity that has begun and not ended.</summary>
public sealed record FrameState
{
    public required int Id { get; init; }

    /// <summary>The frame of what holds it; null for the workflow itself.</summary>
    public int? Parent { get; init; }

    /// <summary>The version whose activity it is; null for that of the instance.</summary>
    public string? Workflow { get; init; }

    /// <summary>Its ids from the root of that workflow on.</summary>
    public required string Activity { get; init; }

    /// <summary>The version that it runs as an activity.</summary>
    public string? Holds { get; init; }

    public bool IsFaulted { get; init; }

    /// <summary>What its holder knows it by.</summary>
    public int Tag { get; init; }

    /// <summary>Whether a connection that leads back brought it here.</summary>
    public bool CameBack { get; init; }

    public ImmutableArray<VariableState> Variables { get; init; } = [];

    public ActivityState? State { get; init; }
}

/// <summary>The value of a variable.</summary>
/// <param name="IsKept">Whether it outlives a wait.</param>
public sealed record VariableState(
    string Id,
    string Name,
    [property: JsonConverter(typeof(StateValueJson))] object? Value,
    bool IsKept
);
