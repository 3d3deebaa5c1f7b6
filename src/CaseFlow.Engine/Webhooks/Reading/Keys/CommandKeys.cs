using CaseFlow.Engine.Processes.Reading;

namespace CaseFlow.Engine.Webhooks.Reading.Keys;

/// <summary>What a webhook can do: the commands that people give, by the same names.</summary>
internal static class CommandKeys
{
    public static readonly Key Title = new("title", HookTexts.Text, "What the case is about.");

    public static readonly Key Name = new("name", HookTexts.Text, "An id, an e-mail address or a name.")
    {
        Required = true,
    };

    public static readonly Key Kind = new(
        "kind",
        new Shape.Word("account", "contact"),
        "What somebody unknown becomes. Without it: an account as customer, a contact as contact."
    );

    public static readonly Key Email = new("email", HookTexts.Text, "The e-mail address of somebody unknown.");

    public static readonly Key Phone = new("phone", HookTexts.Text, "The telephone number of somebody unknown.");

    public static readonly Key Tier = new("tier", Shape.AnyText, "The tier of somebody unknown.");

    public static readonly Key Customer = Person("customer", "Whom the case is for.") with { Required = true };

    public static readonly Key Contact = Person("contact", "With whom one speaks.");

    public static readonly Key Fields = new(
        "fields",
        new Shape.MapOf(Shape.Name, HookTexts.Text, "field", "fields", 100),
        "Fields by their keys, built-in ones such as description and priority included."
    );

    public static readonly Key Route = new("route", new Shape.Flag(), "False: it is created without being routed.");

    public static readonly Key StatusName = new("status", Shape.Reference, "The status that it leads to.");

    public static readonly Key To = new("to", Shape.Reference, "Where to.") { Required = true };

    public static readonly Key Reason = new("reason", HookTexts.Text, "Why.");

    public static readonly Key Resolution = new("resolution", HookTexts.Text, "How it was resolved.")
    {
        Required = true,
    };

    public static readonly Key CancelOpenActivities = new(
        "cancel-open-activities",
        new Shape.Flag(),
        "True: what is still to be done is cancelled."
    );

    public static readonly Key Text = new("text", HookTexts.Text, "What is noted.") { Required = true };

    public static readonly Key Subject = new(
        "subject",
        HookTexts.Text,
        "What the note is about; without it, its first line."
    );

    public static readonly Key Public = new("public", new Shape.Flag(), "True: the customer may see it.");

    public static readonly Key Ignore = new(
        "ignore",
        new Shape.Presence(),
        "Nothing: the delivery is known and means nothing."
    )
    {
        Required = true,
    };

    public static readonly Key Create = Lead(
        "create",
        Long("new case", Title with { Required = true }, Customer, Contact, StatusName, Fields, Route),
        "Open a case. Where the key has a case already, that one stays as it is."
    );

    public static readonly Key Edit = Lead("edit", Long("edit", Title, Fields), "Change the title and fields.");

    public static readonly Key Status = Lead(
        "status",
        new Shape.ShortOr(Shape.Reference, new Section("status", [To, Fields])),
        "Move to another status of the same state."
    );

    public static readonly Key Stage = Lead(
        "stage",
        new Shape.ShortOr(Shape.Reference, new Section("stage", [To, Reason])),
        "Go to a stage; one that is not the next needs a reason."
    );

    public static readonly Key Queue = Lead("queue", Shape.Reference, "Put it into a queue.");

    public static readonly Key Resolve = Lead(
        "resolve",
        Long("resolving", StatusName, Resolution, CancelOpenActivities, Fields),
        "End it as resolved."
    );

    public static readonly Key Cancel = Lead(
        "cancel",
        new Shape.ShortOr(Shape.Reference, new Section("cancelling", [StatusName])) { OrNothing = true },
        "End it as cancelled."
    );

    public static readonly Key Reactivate = Lead(
        "reactivate",
        new Shape.ShortOr(Shape.Reference, new Section("reactivating", [StatusName, Reason])) { OrNothing = true },
        "Make a closed case active again."
    );

    public static readonly Key AddNote = Lead(
        "add-note",
        new Shape.ShortOr(HookTexts.Text, new Section("note", [Text, Subject, Public])),
        "Add a note, also to a closed case."
    );

    public static readonly Key Workflow = new("workflow", Shape.Reference, "The id of the workflow.")
    {
        Required = true,
    };

    public static readonly Key Input = new(
        "input",
        new Shape.MapOf(Shape.Name, HookTexts.Text, "input", "inputs", 100),
        "What it is given, by the names of its inputs. Without it, the body as 'payload'."
    );

    public static readonly Key Run = Lead(
        "run",
        new Shape.ShortOr(Shape.Reference, new Section("run", [Workflow, Input])),
        "Start a workflow with what the delivery says."
    );

    public static readonly ImmutableArray<Key> All =
    [
        Create,
        Edit,
        Status,
        Stage,
        Queue,
        Resolve,
        Cancel,
        Reactivate,
        AddNote,
        Ignore,
        Run,
    ];

    public static readonly Shape Commands = new Shape.OneOrMany(
        new Shape.Kinds("command", [.. All.Select(lead => new Section("command", [lead]))])
    );

    private static Key Lead(string name, Shape shape, string meaning) => new(name, shape, meaning) { Required = true };

    private static Shape.Keys Long(string noun, params ImmutableArray<Key> keys) => new(new Section(noun, keys));

    private static Key Person(string name, string meaning) =>
        new(
            name,
            new Shape.ShortOr(HookTexts.Text, new Section(name, [Name, Kind, Email, Phone, Tier])),
            $"{meaning} An id, an e-mail address or a name; described by keys, somebody unknown is made."
        );
}
