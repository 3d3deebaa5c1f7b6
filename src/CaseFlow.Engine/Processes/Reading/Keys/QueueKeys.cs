using CaseFlow.Engine.Staffing;

namespace CaseFlow.Engine.Processes.Reading.Keys;

/// <summary>The keys of a queue.</summary>
internal static class QueueKeys
{
    public static readonly Key Title = new(
        "title",
        new Shape.Label(),
        "What people call the queue; without it, its name in words."
    );

    public static readonly Key Members = new(
        "members",
        new Shape.OneOrMany(Shape.Member),
        "Who works here: teams and users, such as team:support or user:ann."
    );

    public static readonly Key Owner = new(
        "owner",
        Shape.Member,
        "Who owns a case that nobody works on any more; without it, nobody."
    );

    public static readonly Key Visibility = new(
        "visibility",
        new Shape.Word("public", Private),
        "Who sees what waits here: public, everybody; or private, only the members."
    );

    public static readonly Key Assign = new(
        "assign",
        new Shape.Word(StrategyNames.All),
        "How waiting cases find somebody: manual, people pick them; round-robin, each member in turn; or least-loaded, who works on the fewest."
    );

    public static readonly Key Capacity = new(
        "capacity",
        new Shape.Whole(1, 10_000),
        "Nobody who works on so many cases already is given one from here; he can still pick it."
    );

    public static readonly Key Skills = new(
        "skills",
        new Shape.OneOrMany(Shape.Name),
        "Only who has all of these skills is given a case; others can still pick it."
    );

    public static readonly Key Hours = new(
        "hours",
        Shape.Reference,
        "The calendar of the working hours: cases are given to people only while it is open."
    );

    public static readonly Key Overflow = new(
        "overflow",
        new Shape.Keys(OverflowKeys.Section),
        "Where cases go that are too many here, or wait too long."
    );

    public const string Private = "private";

    public static readonly Section Section = new(
        "queue",
        [Title, Members, Owner, Visibility, Assign, Capacity, Skills, Overflow, Hours]
    );
}
