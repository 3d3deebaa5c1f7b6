using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes.Reading;

namespace CaseFlow.Engine.Scenarios.Reading.Keys;

/// <summary>The keys of a step: each command by its name, and time that passes.</summary>
internal sealed class StepKeys
{
    public static readonly Key After = new("after", Shape.AnyText, "Time passes, such as 2 hours.");

    public static readonly Key To = new("to", Shape.Reference, "Where to.");

    public static readonly Key Status = new("status", Shape.Reference, "The status that it leads to.");

    public static readonly Key Reason = new("reason", Shape.AnyText, "Why.");

    public static readonly Key User = new("user", Shape.AnyText, "The user who owns the case from now on.");

    public static readonly Key Team = new("team", Shape.AnyText, "The team that owns the case from now on.");

    public static readonly Key Note = new("note", Shape.AnyText, "What the new owner should know.");

    public static readonly Key Resolution = new("resolution", Shape.AnyText, "How it was resolved.");

    public static readonly Key BillableMinutes = new(
        "billable-minutes",
        new Shape.Whole(-1_000_000, 1_000_000),
        "What the customer is charged with."
    );

    public static readonly Key CancelOpenActivities = new(
        "cancel-open-activities",
        new Shape.Flag(),
        "True: what is still to be done is cancelled."
    );

    public static readonly Key Kind = new(
        "kind",
        new Shape.Word([.. ActivityWords.Kinds]),
        "What kind of activity it is."
    )
    {
        Required = true,
    };

    public static readonly Key Subject = new(
        "subject",
        Shape.AnyText,
        "What it is about, which tells it from the others; without it, its kind."
    );

    public static readonly Key Direction = new(
        "direction",
        new Shape.Word([.. ActivityWords.Directions]),
        "Whether a call or an e-mail came in or went out."
    );

    public static readonly Key Minutes = new("minutes", new Shape.Whole(0, 100_000), "How long it took.");

    public static readonly Key Open = new("open", new Shape.Flag(), "True: it is still to be done.");

    public static readonly Key Into = new(
        "into",
        new Shape.Word(Survivors.All),
        "The case that this one becomes part of."
    );

    public StepKeys(ProcessWords words, EditKeys edit, Key then)
    {
        var fields = words.Fields("Fields that come with it.");
        var status = Status with { Shape = words.Status };
        Commands =
        [
            new("edit", new Shape.Keys(edit.Section), "Change fields, the title, the customer or the contact."),
            Long(
                "status",
                words.Status,
                "Move to a status.",
                To with
                {
                    Shape = words.Status,
                    Required = true,
                },
                fields
            ),
            Long(
                "stage",
                words.StageMove,
                "Move to a stage.",
                To with
                {
                    Shape = words.StageMove,
                    Required = true,
                },
                Reason
            ),
            Bare("route", "Send the case to a queue by the routing rules."),
            new("queue", words.Queue, "Put the case into a queue."),
            Bare("pick", "Take the case from its queue to work on it."),
            Bare("release", "Give the case back to its queue."),
            Bare("unqueue", "Take the case out of its queue."),
            Bare("find-case", "Look at the open cases of the customer."),
            Bare("undo", "Take the last change back."),
            Long("assign", Shape.Member, "Give the case to user:ann or team:gold.", User, Team, Note),
            Long(
                "add-activity",
                Kind.Shape,
                "An activity, which has happened unless it is open.",
                Kind,
                Subject,
                Direction,
                Minutes,
                Open
            ),
            Long(
                "complete-activity",
                Shape.AnyText,
                "The activity of this subject is done.",
                Subject with
                {
                    Required = true,
                },
                Minutes
            ),
            new("cancel-activity", Shape.AnyText, "The activity of this subject will not be done."),
            new("link-similar", new Shape.Word(Survivors.All), "The solution was found in that case."),
            OrBare(
                "resolve",
                words.Status,
                "Close the case as solved.",
                status,
                Resolution,
                BillableMinutes,
                CancelOpenActivities,
                fields
            ),
            OrBare("cancel", words.Status, "Give the case up.", status, Into),
            OrBare("reactivate", words.Status, "Take a closed case up again.", status, Reason),
        ];
        ImmutableArray<Key> beside = [ProcessWords.By, ProcessWords.Roles, RefusedKeys.Refused, then];
        Step = new Shape.Kinds(
            "step",
            [
                .. Commands.Select(command => new Section("step", [command, .. beside])),
                new Section("step", [After, then]),
            ]
        );
    }

    /// <summary>The commands that a step can be; creating the case is what <c>given</c> does.</summary>
    public ImmutableArray<Key> Commands { get; }

    public Shape Step { get; }

    private static Key Bare(string name, string meaning) => new(name, new Shape.Presence(), meaning);

    private static Key Long(string name, Shape brief, string meaning, params ImmutableArray<Key> inputs) =>
        new(name, new Shape.ShortOr(brief, new Section(name, inputs)), meaning);

    private static Key OrBare(string name, Shape brief, string meaning, params ImmutableArray<Key> inputs) =>
        new(name, new Shape.ShortOr(brief, new Section(name, inputs)) { OrNothing = true }, meaning);
}
