using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Running;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Storage;

/// <summary>
/// What came of one burst, and what it was made from: the state, the bookmarks, the effects, the incidents and the lines
/// go in one transaction with the event that it took up and the effect whose answer it got.
/// </summary>
public sealed record WorkflowAppend
{
    /// <summary>What asks a case whether it is so already that an instance waits for.</summary>
    public const string CheckCase = "check-case";

    /// <summary>What tells the parent.</summary>
    public const string Report = "report";

    /// <param name="before">The instance that the burst went on with; null for one that begins.</param>
    public WorkflowAppend(StoredWorkflow? before, Burst burst, DateTimeOffset at, DateTimeOffset heldUntil)
    {
        Before = before;
        Burst = burst;
        At = at;
        HeldUntil = heldUntil;
        Hash = before?.Hash ?? "";
        Parent = before?.Parent;
    }

    public StoredWorkflow? Before { get; }

    public Burst Burst { get; }

    public DateTimeOffset At { get; }

    /// <summary>Until then its effects are done by who asked for them, and by nobody else.</summary>
    public DateTimeOffset HeldUntil { get; }

    /// <summary>Of the version that the instance runs by.</summary>
    public string Hash { get; init; }

    public WorkflowParent? Parent { get; init; }

    /// <summary>Which other instances keep a new one from being started.</summary>
    public ActivationStrategy Activation { get; init; }

    /// <summary>The event that it takes up: where somebody else has done so already, nothing is written.</summary>
    public string? Event { get; init; }

    /// <summary>The timer that it starts by: where somebody else has done so already, nothing is written.</summary>
    public WorkflowTimerStart? Timer { get; init; }

    /// <summary>The effect whose answer it got.</summary>
    public string? Effect { get; init; }

    /// <summary>What a person decided about an incident, or about all that are open.</summary>
    public WorkflowDecision? Decision { get; init; }

    /// <summary>Its effects, to be done when it is written.</summary>
    public ImmutableArray<WorkflowEffectRow> Effects => effects ??= [.. EffectRows()];

    /// <summary>The instance as it will be stored.</summary>
    public StoredWorkflow After => new(Burst.State, (Before?.Version ?? 0) + 1, Hash, TellsParent ? null : Parent);

    private ImmutableArray<WorkflowEffectRow>? effects;

    private bool TellsParent =>
        Parent is { } parent && (Burst.Status == InstanceStatus.Finished || (!parent.WantsTheEnd && Rests));

    private bool Rests => Burst.State.Bookmarks.All(bookmark => !bookmark.IsCall);

    private IEnumerable<WorkflowEffectRow> EffectRows()
    {
        foreach (var effect in Burst.Effects)
        {
            if (WorkflowEffectJson.Write(effect) is var (kind, body))
            {
                yield return Row(effect.Id, kind, body);
            }
        }

        foreach (var bookmark in Burst.NewBookmarks.Where(one => one.Kind == BookmarkKind.Case))
        {
            yield return Row(bookmark.Id, CheckCase, "{}");
        }

        if (TellsParent)
        {
            yield return Row($"{Burst.State.InstanceId}:{Report}", Report, Parent!.Instance);
        }
    }

    private WorkflowEffectRow Row(string id, string kind, string body) =>
        new()
        {
            Id = id,
            Instance = Burst.State.InstanceId,
            Definition = Burst.State.DefinitionId,
            Kind = kind,
            Body = body,
            RingAt = HeldUntil,
        };
}

/// <summary>An instance begins by a timer.</summary>
/// <param name="Next">When the timer is due again; null where it was the last time.</param>
public sealed record WorkflowTimerStart(string Definition, string Activity, DateTimeOffset Due, DateTimeOffset? Next);

/// <summary>What a person decided about an incident.</summary>
/// <param name="Incident">Null for all of the instance that are open.</param>
public sealed record WorkflowDecision(string? Incident, string Status, string By);
