using CaseFlow.Storage;
using Orleans.Concurrency;

namespace CaseFlow.Host.Workflows;

/// <summary>
/// One instance of a workflow, and the one road to it: what it waits for comes in one after the other. It is in memory only
/// while it runs; thousands that wait cost none.
/// </summary>
internal interface IWorkflowGrain : IGrainWithStringKey
{
    /// <summary>Begins; where it has begun already, it changes nothing.</summary>
    Task<Immutable<WorkflowTurn>> Start(Immutable<WorkflowStart> start);

    /// <summary>Goes on where it waits; where it does not wait there any more, it changes nothing.</summary>
    Task<Immutable<WorkflowTurn>> Resume(Immutable<WorkflowResume> resume);

    Task<Immutable<WorkflowTurn>> Cancel(string by);

    /// <summary>Does again what has failed, or goes on behind it.</summary>
    Task<Immutable<WorkflowTurn>> Mend(string incident, bool skips, string by);
}

/// <summary>Why and with what an instance begins.</summary>
internal sealed record WorkflowStart(string Definition)
{
    public IReadOnlyDictionary<string, object?> Input { get; init; } = ImmutableDictionary<string, object?>.Empty;

    public string? CorrelationId { get; init; }

    /// <summary>The activity that it begins by, and what that is told.</summary>
    public string? Trigger { get; init; }

    public object? Answer { get; init; }

    public WorkflowParent? Parent { get; init; }

    /// <summary>The event that it takes up.</summary>
    public string? Event { get; init; }

    public WorkflowTimerStart? Timer { get; init; }
}

/// <summary>What an instance was waiting for.</summary>
internal sealed record WorkflowResume(string Bookmark)
{
    public object? Answer { get; init; }

    public object? Refusal { get; init; }

    public string? Failure { get; init; }

    /// <summary>The event that it takes up.</summary>
    public string? Event { get; init; }

    /// <summary>The effect whose answer this is.</summary>
    public string? Effect { get; init; }
}

/// <summary>What came of asking an instance.</summary>
/// <param name="After">The instance as it stands; null where there is none.</param>
internal sealed record WorkflowTurn(WorkflowTurnKind Kind, StoredWorkflow? After = null, string? Why = null);

/// <summary>How it went.</summary>
internal enum WorkflowTurnKind
{
    /// <summary>It ran, and what came of it is durable.</summary>
    Done,

    /// <summary>It was done before.</summary>
    DoneBefore,

    /// <summary>It does not wait there, it has ended, or somebody else has taken up what it was to take up.</summary>
    Gone,
    NoSuchInstance,
    NoSuchWorkflow,

    /// <summary>Another one runs, and the definition lets only one run at a time.</summary>
    NotBesideOthers,
}
