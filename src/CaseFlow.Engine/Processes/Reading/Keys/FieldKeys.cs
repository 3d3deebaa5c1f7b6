namespace CaseFlow.Engine.Processes.Reading.Keys;

/// <summary>The keys of a field.</summary>
internal static class FieldKeys
{
    public static readonly Key Type = new(
        "type",
        new Shape.Word("text", "integer", "decimal", "boolean", "choice", "date", "time"),
        "What the field holds. An integer is a whole number, a decimal any number, a boolean yes or no, a choice one of a list, "
            + "a date a day and a time a point in time."
    )
    {
        Required = true,
    };

    public static readonly Key Label = new(
        "label",
        new Shape.Label(),
        "What people call the field; without it, its name in words."
    );

    public static readonly Key Choices = new(
        "choices",
        new Shape.ListOf(Shape.AnyText, "choices", 1_000),
        "For a choice: every value it can take."
    );

    public static readonly Key Min = new("min", new Shape.Number(), "For a number: the least value.");

    public static readonly Key Max = new("max", new Shape.Number(), "For a number: the greatest value.");

    public static readonly Key MaxLength = new(
        "max-length",
        new Shape.Whole(1, 100_000),
        "For text: the most characters; 4,000 without it."
    );

    public static readonly Key Pattern = new(
        "pattern",
        Shape.AnyText,
        "For text: a regular expression that the whole value must match."
    );

    public static readonly Section Section = new("field", [Type, Label, Choices, Min, Max, MaxLength, Pattern]);
}
