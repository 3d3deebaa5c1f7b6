using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Processes.Reading.Keys;

/// <summary>The keys of a transition.</summary>
internal static class TransitionKeys
{
    /// <summary>Every status.</summary>
    public const string Any = "any";

    /// <summary>The status that the case has already.</summary>
    public const string Same = "same";

    public static readonly Key From = new(
        "from",
        new Shape.OneOrMany(Shape.Reference),
        "The status or statuses that the case leaves; 'any' for every one."
    )
    {
        Required = true,
    };

    public static readonly Key To = new(
        "to",
        new Shape.OneOrMany(Shape.Reference),
        "The status or statuses that it may move to; 'any' for every other one, 'same' for staying where it is."
    )
    {
        Required = true,
    };

    public static readonly Key Name = new(
        "name",
        new Shape.Label(),
        "What people call the move; without it, the title of the status it leads to."
    );

    public static readonly Key When = new(
        "when",
        new Shape.OneOrMany(new Shape.Condition()),
        "Conditions that must all hold for the move."
    );

    public static readonly Key Roles = new(
        "roles",
        new Shape.OneOrMany(new Shape.Word(RoleNames.All)),
        "Who may make the move; without it, everybody who may work on cases."
    );

    public static readonly Key Requires = new(
        "requires",
        new Shape.OneOrMany(Shape.Reference),
        "Fields that must be filled, before or with the move."
    );

    public static readonly Key After = new(
        "after",
        WaitKeys.Wait,
        "The case makes the move by itself, so long after it came to the status: 10 business days."
    );

    public static readonly Key Calendar = new(
        "calendar",
        Shape.Reference,
        "The calendar of the business time in 'after'; needed only where there are several."
    );

    public static readonly Section Section = new(
        "transition",
        [From, To, Name, When, Roles, Requires, After, Calendar]
    );
}
