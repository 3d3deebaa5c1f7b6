using CaseFlow.Engine.Conditions;
using static CaseFlow.Engine.Cases.CaseEvent;

namespace CaseFlow.Engine.Cases;

/// <summary>A kind of event as definitions name it, with the fields that a condition on it can name.</summary>
public sealed class EventKind
{
    private static readonly CelType OptionalText = new CelType.Nullable(CelType.String);

    private readonly Func<CaseEvent, bool> isOne;

    private EventKind(
        string name,
        Func<CaseEvent, bool> isOne,
        ImmutableArray<Type> types,
        params ImmutableArray<EventField> fields
    )
    {
        Name = name;
        this.isOne = isOne;
        Types = types;
        Fields = fields;
    }

    public static ImmutableArray<EventKind> All { get; } =
    [
        Kind<Opened>("case.created", Status<Opened>("status", e => e.Status), Stage<Opened>("stage", e => e.Stage)),
        Kind<Edited>(
            "case.edited",
            Field<Edited>(
                "fields",
                new CelType.List(CelType.String),
                e => CelValue.ListOf([.. e.Changes.Select(change => change.Field)])
            )
        ),
        Kind<StatusMoved>(
            "case.status-moved",
            Status<StatusMoved>("from", e => e.From),
            Status<StatusMoved>("to", e => e.To)
        ),
        Kind<Resolved>(
            "case.resolved",
            Status<Resolved>("from", e => e.From),
            Status<Resolved>("status", e => e.Status)
        ),
        Kind<Cancelled>(
            "case.cancelled",
            Status<Cancelled>("from", e => e.From),
            Status<Cancelled>("status", e => e.Status)
        ),
        Kind<Reactivated>(
            "case.reactivated",
            Status<Reactivated>("from", e => e.From),
            Status<Reactivated>("status", e => e.Status)
        ),
        Kind<Queued>("case.queued", Queue<Queued>("queue", e => e.Queue), Queue<Queued>("from", e => e.From)),
        Kind<Unqueued>("case.unqueued", Queue<Unqueued>("queue", e => e.Queue)),
        Kind<Picked>("case.picked", Queue<Picked>("queue", e => e.Queue), Text<Picked>("worker", e => e.Worker)),
        Kind<Released>("case.released", Queue<Released>("queue", e => e.Queue)),
        Kind<Assigned>("case.assigned", Text<Assigned>("owner", e => e.Owner), Text<Assigned>("team", e => e.Team)),
        Kind<Merged>("case.merged", Field<Merged>("cases", CelType.Int, e => CelValue.Of((long)e.Cases.Length))),
        Kind<ActivityAdded>(
            "activity.added",
            ActivityKindOf<ActivityAdded>(e => e.Content.Kind),
            DirectionOf<ActivityAdded>(e => e.Content.Direction)
        ),
        Kind<ActivityCompleted>(
            "activity.completed",
            ActivityKindOf<ActivityCompleted>(e => e.Kind),
            DirectionOf<ActivityCompleted>(e => e.Direction),
            Field<ActivityCompleted>("minutes", CelType.Int, e => CelValue.Of((long)e.Minutes))
        ),
        Kind<ActivityCancelled>("activity.cancelled", ActivityKindOf<ActivityCancelled>(e => e.Kind)),
        // A case that is created enters the first stage.
        new(
            "stage.entered",
            e => e is StageMoved or Opened { Stage: not null },
            [typeof(StageMoved), typeof(Opened)],
            Stage<CaseEvent>("stage", e => e is StageMoved moved ? moved.To : ((Opened)e).Stage),
            Stage<CaseEvent>("from", e => (e as StageMoved)?.From)
        ),
        Kind<ClockWarned>("clock.warned", Kpi<ClockWarned>()),
        Kind<ClockMet>("clock.met", Kpi<ClockMet>()),
        Kind<ClockFailed>("clock.failed", Kpi<ClockFailed>()),
    ];

    public string Name { get; }

    public ImmutableArray<EventField> Fields { get; }

    /// <summary>The types of the events that can be of this kind.</summary>
    public ImmutableArray<Type> Types { get; }

    /// <summary>It is about a clock, and so comes of time or of another event.</summary>
    public bool IsOfClock => Name.StartsWith("clock.", StringComparison.Ordinal);

    public static EventKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);

    public bool Is(CaseEvent happened) => isOne(happened);

    /// <summary>The names that a condition on this kind can use, in a process with these names.</summary>
    public ConditionScope Scope(EventNames names) =>
        new([
            .. Fields.Select(field => new ConditionVariable(field.Name, field.Type)
            {
                KnownValues = names.ValuesOf(field),
            }),
        ]);

    public override string ToString() => Name;

    private static EventKind Kind<T>(string name, params ImmutableArray<EventField> fields)
        where T : CaseEvent => new(name, e => e is T, [typeof(T)], fields);

    private static EventField Field<T>(string name, CelType type, Func<T, CelValue> get)
        where T : CaseEvent => new(name, type, e => get((T)e));

    private static EventField Text<T>(string name, Func<T, string?> get)
        where T : CaseEvent => Field<T>(name, OptionalText, e => CelValue.Of(get(e)));

    private static EventField ActivityKindOf<T>(Func<T, ActivityKind> get)
        where T : CaseEvent =>
        Field<T>("kind", CelType.String, e => CelValue.Of(ActivityWords.Of(get(e)))) with
        {
            KnownValues = ActivityWords.Kinds,
        };

    private static EventField DirectionOf<T>(Func<T, Direction?> get)
        where T : CaseEvent =>
        Text<T>("direction", e => get(e) is { } direction ? ActivityWords.Of(direction) : null) with
        {
            KnownValues = ActivityWords.Directions,
        };

    private static EventField Status<T>(string name, Func<T, string?> get)
        where T : CaseEvent => Text(name, get) with { Of = EventFieldOf.Statuses };

    private static EventField Stage<T>(string name, Func<T, string?> get)
        where T : CaseEvent => Text(name, get) with { Of = EventFieldOf.Stages };

    private static EventField Kpi<T>()
        where T : CaseEvent, IClockEvent =>
        Field<T>("kpi", CelType.String, e => CelValue.Of(e.Kpi)) with
        {
            Of = EventFieldOf.Kpis,
        };

    private static EventField Queue<T>(string name, Func<T, string?> get)
        where T : CaseEvent => Text(name, get) with { Of = EventFieldOf.Queues };
}

/// <summary>A field of an event that conditions can name.</summary>
public sealed record EventField(string Name, CelType Type, Func<CaseEvent, CelValue> Get)
{
    public EventFieldOf Of { get; init; }

    /// <summary>All values that it can have; empty where it can have any, or they are names of the process.</summary>
    public ImmutableArray<string> KnownValues { get; init; } = [];
}

/// <summary>Which names of the process the values of a field come from.</summary>
public enum EventFieldOf
{
    Anything,
    Statuses,
    Stages,
    Queues,
    Kpis,
}
