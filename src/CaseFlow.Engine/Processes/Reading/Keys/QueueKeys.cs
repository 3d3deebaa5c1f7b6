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

    public static readonly Key Assign = new(
        "assign",
        new Shape.Word(["manual"], ["round-robin", "least-loaded"]),
        "How waiting cases find somebody: manual, people pick them."
    );

    public static readonly Section Section = new(
        "queue",
        [Title, Members, Owner, Assign, Key.NotYet("capacity", "How many cases one person can have.")]
    );
}
