using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Processes.Reading.Keys;

/// <summary>The keys of a stage and of its steps.</summary>
internal static class StageKeys
{
    public static readonly Key Required = new(
        "required",
        new Shape.Flag(),
        "The stage cannot be left while this step is open."
    );

    public static readonly Key When = new(
        "when",
        new Shape.OneOrMany(new Shape.Condition()),
        "The step is only asked for while all these conditions hold."
    );

    public static readonly Key Lookup = new(
        "lookup",
        new Shape.Word("customer", "contact", "entitlement"),
        "Choose a record: customer, contact or entitlement."
    );

    public static readonly Key FindCase = new(
        "find-case",
        new Shape.Presence(),
        "Look for an open case of the customer before going on with a new one. The step is done when somebody has looked."
    );

    public static readonly Key Field = new("field", Shape.Reference, "Fill this field.");

    public static readonly Key SimilarCases = new(
        "similar-cases",
        new Shape.Presence(),
        "Look for resolved cases like this one. The step is done when one is linked."
    );

    public static readonly Key Activity = new(
        "activity",
        new Shape.Word([.. ActivityWords.Kinds]),
        "Do an activity of this kind: the step is done when one is completed."
    );

    public static readonly Key Title = new(
        "title",
        new Shape.Label(),
        "What people call the stage; without it, its name in words."
    );

    public static readonly Key Enter = new(
        "enter",
        new Shape.OneOrMany(new Shape.Condition()),
        "The gate: conditions that must all hold before a case can enter the stage."
    );

    public static readonly Key Steps = new(
        "steps",
        new Shape.ListOf(
            new Shape.Kinds("step", [.. new[] { Lookup, FindCase, Field, SimilarCases, Activity }.Select(StepOf)]),
            "steps",
            200
        ),
        "What is to be done in the stage."
    );

    public static readonly Section Section = new("stage", [Title, Enter, Steps]);

    private static Section StepOf(Key lead) => new("step", [lead with { Required = true }, Required, When]);
}
