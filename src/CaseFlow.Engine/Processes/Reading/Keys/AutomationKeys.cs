namespace CaseFlow.Engine.Processes.Reading.Keys;

/// <summary>The keys of an automation rule.</summary>
internal static class AutomationKeys
{
    public static readonly Key Rule = new(
        "rule",
        new Shape.Text { Most = 100 },
        "The name of the rule; histories keep it as the reason."
    )
    {
        Required = true,
    };

    public static readonly Key On = new("on", EventKeys.OneOrMany, "The event that the rule is on, or several.")
    {
        Required = true,
    };

    public static readonly Key When = new(
        "when",
        new Shape.OneOrMany(new Shape.Condition()),
        "Conditions that must all hold; they can also ask about the event."
    );

    public static readonly Key Do = new("do", ActionKeys.Actions, "What the case does then, in this order.")
    {
        Required = true,
    };

    public static readonly Section Section = new("rule", [Rule, On, When, Do]);
}
