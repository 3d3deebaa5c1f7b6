using System.Collections.Frozen;
using CaseFlow.Engine.Automation;
using CaseFlow.Engine.Calendars;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Sla;

namespace CaseFlow.Engine.Processes;

/// <summary>A process definition, read and checked: how the cases of one kind run. It never changes.</summary>
public sealed class CaseProcess
{
    private readonly FrozenDictionary<string, FieldDefinition> fields;
    private readonly FrozenDictionary<string, StatusDefinition> statuses;
    private readonly FrozenDictionary<string, StageDefinition> stages;
    private readonly FrozenDictionary<string, QueueDefinition> queues;
    private readonly FrozenDictionary<string, ImmutableArray<Transition>> exits;
    private readonly FrozenDictionary<string, BusinessCalendar> calendars;

    public CaseProcess(ProcessParts parts)
    {
        Parts = parts;
        fields = parts.Fields.ToFrozenDictionary(field => field.Key, StringComparer.Ordinal);
        statuses = parts.Statuses.ToFrozenDictionary(status => status.Key, StringComparer.Ordinal);
        stages = parts.Stages.ToFrozenDictionary(stage => stage.Key, StringComparer.Ordinal);
        queues = parts.Queues.ToFrozenDictionary(queue => queue.Key, StringComparer.Ordinal);
        exits = parts
            .Transitions.GroupBy(transition => transition.From, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
        calendars = parts.Calendars.ToFrozenDictionary(calendar => calendar.Key, StringComparer.Ordinal);
        Kpis = Kpi.Of(parts.Sla);
        HasTimedMoves = parts.Transitions.Any(transition => transition.After is not null);
        EndsByItself = parts
            .Transitions.Where(transition => transition.After is not null)
            .Select(transition => transition.To)
            .Concat(parts.Actions.OfType<CaseAction.ToStatus>().Select(action => action.Status))
            .Any(status => FindStatus(status) is { State: not CaseState.Active });
        Automation = new AutomationRules(parts.Automation);
        Timing = ProcessTiming.Of(parts);
        Conditions = new CaseConditions(parts.Scope, parts);
    }

    /// <summary>Everything the definition says, in the order in which it says it.</summary>
    public ProcessParts Parts { get; }

    public string Key => Parts.Key;

    /// <summary>Names the exact bytes that this definition was read from: half of their SHA-256, in hexadecimal.</summary>
    public string Hash => Parts.Hash;

    /// <summary>Fills the facts that this process's conditions are evaluated over.</summary>
    public CaseConditions Conditions { get; }

    /// <summary>Where a case starts when nobody says otherwise.</summary>
    public StatusDefinition InitialStatus => Parts.Statuses.First(status => status.Initial);

    public ImmutableArray<StageDefinition> Stages => Parts.Stages;

    /// <summary>What clocks measure, each with its rules.</summary>
    public ImmutableArray<Kpi> Kpis { get; }

    /// <summary>Some move is made by itself after a time.</summary>
    public bool HasTimedMoves { get; }

    /// <summary>Some case resolves or cancels itself, at a time or because something happened.</summary>
    public bool EndsByItself { get; }

    public AutomationRules Automation { get; }

    /// <summary>Two versions with the same timing have the same clocks and timed moves.</summary>
    public string Timing { get; }

    public BusinessCalendar? FindCalendar(string key) => calendars.GetValueOrDefault(key);

    public FieldDefinition? FindField(string key) => fields.GetValueOrDefault(key);

    public StatusDefinition? FindStatus(string key) => statuses.GetValueOrDefault(key);

    public StageDefinition? FindStage(string key) => stages.GetValueOrDefault(key);

    public QueueDefinition? FindQueue(string key) => queues.GetValueOrDefault(key);

    /// <summary>What people call what a clock measures; its name where the process does not know it.</summary>
    public LocalText TitleOfKpi(string name) =>
        Kpis.FirstOrDefault(kpi => kpi.Name == name)?.Title ?? new LocalText(name);

    /// <summary>Where the stage stands on the path, from 0; -1 where it does not.</summary>
    public int IndexOfStage(string? key)
    {
        for (var index = 0; index < Stages.Length; index++)
        {
            if (Stages[index].Key == key)
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>Every move out of a status; several can lead to one target, each with its own conditions and roles.</summary>
    public ImmutableArray<Transition> ExitsOf(string status) => exits.GetValueOrDefault(status, []);

    /// <summary>Whether a case that stands here can go on under this version as it is.</summary>
    public bool Knows(string status, string? stage, string? queue, CaseState state) =>
        FindStatus(status)?.State == state
        && (stage is null ? Stages.IsEmpty : stages.ContainsKey(stage))
        && (queue is null || queues.ContainsKey(queue));

    public override string ToString() => $"{Key} {Hash}";
}
