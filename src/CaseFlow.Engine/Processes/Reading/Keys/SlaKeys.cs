namespace CaseFlow.Engine.Processes.Reading.Keys;

/// <summary>The keys of an SLA rule.</summary>
internal static class SlaKeys
{
    /// <summary>The clock counts in every status.</summary>
    public const string Never = "never";

    public static readonly Key Kpi = new("kpi", Shape.AnyText, "What is measured, such as First response.")
    {
        Required = true,
    };

    public static readonly Key Title = new(
        "title",
        new Shape.Label(),
        "What people call the KPI; one of its rules says it. Without it they read 'kpi'."
    );

    public static readonly Key Rule = new(
        "rule",
        Shape.AnyText,
        "The name of this rule, where the KPI has several; the first whose conditions hold applies."
    );

    public static readonly Key When = new(
        "when",
        new Shape.OneOrMany(new Shape.Condition()),
        "Conditions that must all hold for the rule to apply, for as long as it applies."
    );

    public static readonly Key Sla = new(
        "sla",
        new Shape.Text { Most = 200 },
        "The SLA that the rule is part of: it applies to cases whose entitlement supplies that SLA."
    );

    public static readonly Key Calendar = new(
        "calendar",
        Shape.Reference,
        "The calendar whose open time counts; without it, all time counts."
    );

    public static readonly Key Starts = new("starts", EventKeys.OneOrMany, "The event that starts the clock.")
    {
        Required = true,
    };

    public static readonly Key MetBy = new("met-by", EventKeys.OneOrMany, "The event that meets it.")
    {
        Required = true,
    };

    public static readonly Key Pauses = new(
        "pauses",
        new Shape.WordOr(Never, new Shape.ListOf(new Shape.Condition(), "conditions", 50)),
        "Conditions that pause the clock while they all hold, or 'never'; without it, statuses with pauses-sla do."
    );

    public static readonly Key WarnAfter = new(
        "warn-after",
        new Shape.OneOrMany(WaitKeys.TimeOrShare),
        "When to warn: a time such as 45m, or a share of the time such as 80%."
    );

    public static readonly Key FailAfter = new("fail-after", WaitKeys.Time, "When it has failed, such as 4h.")
    {
        Required = true,
    };

    public static readonly Key OnWarn = new("on-warn", ActionKeys.Actions, "What the case does at a warning.");

    public static readonly Key OnFail = new("on-fail", ActionKeys.Actions, "What the case does at the failure.");

    public static readonly Section Section = new(
        "SLA rule",
        [Kpi, Title, Rule, When, Sla, Calendar, Starts, MetBy, Pauses, WarnAfter, FailAfter, OnWarn, OnFail]
    );
}
