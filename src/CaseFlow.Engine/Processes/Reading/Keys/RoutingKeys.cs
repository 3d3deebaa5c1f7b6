namespace CaseFlow.Engine.Processes.Reading.Keys;

/// <summary>The keys of a line of the routing table.</summary>
internal static class RoutingKeys
{
    public static readonly Key Rule = new("rule", Shape.AnyText, "The name of the rule; cases keep it as the reason.")
    {
        Required = true,
    };

    public static readonly Key When = new(
        "when",
        new Shape.OneOrMany(new Shape.Condition()),
        "Conditions that must all hold for the rule to match."
    )
    {
        Required = true,
    };

    public static readonly Key Queue = new("queue", Shape.Reference, "The queue that the case goes to.")
    {
        Required = true,
    };

    public static readonly Key Otherwise = new(
        "otherwise",
        Shape.Reference,
        "The queue of the cases that no rule matches. It stands last."
    )
    {
        Required = true,
    };

    public static readonly Shape Line = new Shape.Kinds(
        "line of the routing",
        [new Section("rule", [Rule, When, Queue]), new Section("line with 'otherwise'", [Otherwise])]
    );
}
