using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Conditions;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Sla;

/// <summary>A promise: what starts its clock, what meets it, what pauses it, and by when.</summary>
public sealed record SlaRule
{
    /// <summary>What is measured, such as <c>First response</c>.</summary>
    public required string Kpi { get; init; }

    /// <summary>What people call the KPI; null where another of its rules says it, or none.</summary>
    public LocalText? Title { get; init; }

    /// <summary>Tells the rules of one KPI apart; the name of the KPI where it has only one.</summary>
    public required string Name { get; init; }

    /// <summary>All must hold for the rule to apply, for as long as it applies; that the entitlement supplies its SLA is one.</summary>
    public ImmutableArray<Condition> When { get; init; } = [];

    /// <summary>The SLA that the rule is part of, which entitlements supply by its name; null where it is chosen without one.</summary>
    public string? Sla { get; init; }

    /// <summary>Why the rule is the one that applies, where it does.</summary>
    public SlaChoice ChosenBy =>
        Sla is not null ? SlaChoice.Entitlement
        : When.IsEmpty ? SlaChoice.Default
        : SlaChoice.Condition;

    /// <summary>Null where all time counts.</summary>
    public string? Calendar { get; init; }

    /// <summary>Any of these starts the clock.</summary>
    public required ImmutableArray<EventPattern> Starts { get; init; }

    /// <summary>Any of these meets it.</summary>
    public required ImmutableArray<EventPattern> MetBy { get; init; }

    /// <summary>
    /// The clock is paused while all of these hold, and never where there are none; null where it is paused in the statuses
    /// that pause clocks.
    /// </summary>
    public ImmutableArray<Condition>? Pauses { get; init; }

    /// <summary>Seconds that count, in order, each once.</summary>
    public ImmutableArray<long> WarnAfter { get; init; } = [];

    /// <summary>Seconds that count.</summary>
    public required long FailAfter { get; init; }

    public ImmutableArray<CaseAction> OnWarn { get; init; } = [];

    public ImmutableArray<CaseAction> OnFail { get; init; } = [];
}

/// <summary>What a clock measures, with the rules that can apply to it.</summary>
public sealed record Kpi(string Name, ImmutableArray<SlaRule> Rules)
{
    /// <summary>What people call it: as one of its rules says, and its name where none does.</summary>
    public LocalText Title { get; } =
        Rules.FirstOrDefault(rule => rule.Title is not null)?.Title ?? new LocalText(Name);

    /// <summary>What the rules measure, in their order.</summary>
    public static ImmutableArray<Kpi> Of(ImmutableArray<SlaRule> rules) =>
        [.. rules.GroupBy(rule => rule.Kpi, StringComparer.Ordinal).Select(of => new Kpi(of.Key, [.. of]))];
}
