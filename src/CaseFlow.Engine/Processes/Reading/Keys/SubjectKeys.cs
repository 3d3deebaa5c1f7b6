namespace CaseFlow.Engine.Processes.Reading.Keys;

/// <summary>The keys of a subject.</summary>
internal static class SubjectKeys
{
    public static readonly Key Title = new(
        "title",
        new Shape.Label(),
        "What people call the subject; without it, its name in words."
    );

    public static readonly Key Parent = new(
        "parent",
        Shape.Reference,
        "The subject that it belongs under; without it, it stands at the top."
    );

    public static readonly Key Retired = new(
        "retired",
        new Shape.Flag(),
        "True: no case comes to be about it any more, and those that are stay so."
    );

    public static readonly Section Section = new("subject", [Title, Parent, Retired]);
}
