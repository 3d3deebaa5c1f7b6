namespace CaseFlow.Engine.Processes.Reading.Keys;

/// <summary>What a case can do by itself.</summary>
internal static class ActionKeys
{
    /// <summary>The next stage on the path.</summary>
    public const string Next = "next";

    /// <summary>The stage before on the path.</summary>
    public const string Back = "back";

    private static readonly Shape.Text Subject = new() { Most = 200 };

    public static readonly Key Queue = new("queue", Shape.Reference, "Put the case into this queue.")
    {
        Required = true,
    };

    public static readonly Key Route = new(
        "route",
        new Shape.Presence(),
        "Send it to a queue by the routing rules. Nothing stands behind it."
    )
    {
        Required = true,
    };

    public static readonly Key Status = new("status", Shape.Reference, "Move it to this status.") { Required = true };

    public static readonly Key Stage = new(
        "stage",
        Shape.Reference,
        "Move it to this stage, or to the next one or back: next, back."
    )
    {
        Required = true,
    };

    public static readonly Key Set = new(
        "set",
        new Shape.MapOf(Shape.Name, new Shape.Text { Form = "one value", Most = 100_000 }, "field", "fields", 100),
        "Fill these fields; none empties one."
    )
    {
        Required = true,
    };

    public static readonly Key Assign = new("assign", Shape.Member, "Give it to a team or a user.") { Required = true };

    public static readonly Key Note = new("note", Subject, "Write this note down.") { Required = true };

    public static readonly Key Task = new("task", Subject, "Add this task, still to be done.") { Required = true };

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

    public static readonly Key Run = new(
        "run",
        new Shape.Text
        {
            Pattern = "^[A-Za-z0-9][A-Za-z0-9._-]*$",
            Form = "the id of a workflow, such as 'send-survey'",
            Most = 200,
        },
        "Run the workflow of this id about the case."
    )
    {
        Required = true,
    };

    public static readonly Shape Actions = new Shape.ListOf(
        new Shape.Kinds(
            "action",
            [
                .. new[] { Queue, Route, Status, Stage, Set, Assign, Note, Task, Notify, Run }.Select(
                    lead => new Section("action", [lead])
                ),
            ]
        ),
        "actions",
        20
    );
}
