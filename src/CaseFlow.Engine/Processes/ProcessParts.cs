using CaseFlow.Engine.Automation;
using CaseFlow.Engine.Calendars;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Conditions;
using CaseFlow.Engine.Routing;
using CaseFlow.Engine.Sla;

namespace CaseFlow.Engine.Processes;

/// <summary>What a process file says, part by part.</summary>
public sealed record ProcessParts
{
    public required string Key { get; init; }

    public required string Hash { get; init; }

    /// <summary>The text that was read, byte for byte.</summary>
    public required string Source { get; init; }

    /// <summary>The texts of the files beside it that it names, by name: they are part of it.</summary>
    public ImmutableSortedDictionary<string, string> Files { get; init; } = ProcessReader.NoFiles;

    public required LocalText Title { get; init; }

    public TicketFormat Ticket { get; init; } = new("{number}");

    /// <summary>The built-in fields, then the declared ones. A built-in one that is declared again stands once.</summary>
    public required ImmutableArray<FieldDefinition> Fields { get; init; }

    /// <summary>What cases can be about; none where the process leaves that to free text.</summary>
    public SubjectTree Subjects { get; init; } = SubjectTree.None;

    public required ImmutableArray<StatusDefinition> Statuses { get; init; }

    /// <summary>One entry for each pair of statuses and line of the file: lists and <c>any</c> are spread out.</summary>
    public required ImmutableArray<Transition> Transitions { get; init; }

    public ImmutableArray<StageDefinition> Stages { get; init; } = [];

    public ImmutableArray<QueueDefinition> Queues { get; init; } = [];

    public ImmutableArray<RoutingRule> Routing { get; init; } = [];

    public ImmutableArray<BusinessCalendar> Calendars { get; init; } = [];

    /// <summary>In the order of the file; of the rules of one KPI, the first whose conditions hold applies.</summary>
    public ImmutableArray<SlaRule> Sla { get; init; } = [];

    /// <summary>What cases do by themselves, in the order in which the rules are looked at.</summary>
    public ImmutableArray<AutomationRule> Automation { get; init; } = [];

    public ProcessPolicies Policies { get; init; } = ProcessPolicies.Default;

    public MigrationMap Migrate { get; init; } = MigrationMap.None;

    /// <summary>The names that the conditions above were read with.</summary>
    public required ConditionScope Scope { get; init; }

    /// <summary>Everything that a case can do by itself, moves at their time aside.</summary>
    internal IEnumerable<CaseAction> Actions =>
        Sla.SelectMany(rule => rule.OnWarn.Concat(rule.OnFail)).Concat(Automation.SelectMany(rule => rule.Do));
}
