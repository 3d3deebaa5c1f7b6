namespace CaseFlow.Engine.Processes.Reading.Keys;

/// <summary>What a case can do by itself.</summary>
internal static class ActionKeys
{
    public static readonly Key Queue = new("queue", Shape.Reference, "Put the case into this queue.")
    {
        Required = true,
    };

    public static readonly Key Status = new("status", Shape.Reference, "Move it to this status.") { Required = true };

    public static readonly Key Set = new(
        "set",
        new Shape.MapOf(Shape.Name, new Shape.Text { Form = "one value", Most = 100_000 }, "field", "fields", 100),
        "Fill these fields; none empties one."
    )
    {
        Required = true,
    };

    public static readonly Key Assign = new("assign", Shape.Member, "Give it to a team or a user.") { Required = true };

    public static readonly Key Notify = new(
        "notify",
        new Shape.Text
        {
            Pattern = "^(owner|worker|(team|user):[^\\s:]+)$",
            Form = "'owner', 'worker', or a team or a user such as 'team:support'",
            Code = ProblemCodes.Member,
        },
        "Tell somebody: owner, worker, or a team or a user such as team:support."
    )
    {
        Required = true,
    };

    public static readonly Shape Actions = new Shape.ListOf(
        new Shape.Kinds(
            "reaction",
            [.. new[] { Queue, Status, Set, Assign, Notify }.Select(lead => new Section("reaction", [lead]))]
        ),
        "actions",
        20
    );
}
