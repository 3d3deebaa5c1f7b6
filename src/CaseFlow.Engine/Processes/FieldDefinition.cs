using System.Text.RegularExpressions;

namespace CaseFlow.Engine.Processes;

/// <summary>What a field can hold.</summary>
public enum FieldType
{
    Text,
    Integer,
    Decimal,
    Boolean,

    /// <summary>One of the field's choices, kept as text.</summary>
    Choice,

    /// <summary>A day, kept as text: <c>2026-01-31</c>.</summary>
    Date,

    /// <summary>A point in time, kept as text in UTC: <c>2026-01-31T10:00:00Z</c>.</summary>
    Time,
}

/// <summary>A typed field of a case: one of the built-in ones, or one that the process declares.</summary>
public sealed record FieldDefinition(string Key, FieldType Type, LocalText Label)
{
    /// <summary>Built-in fields stand at the top of a case's JSON and are read as <c>case.priority</c>.</summary>
    public bool BuiltIn { get; init; }

    /// <summary>Declared fields are read as <c>case.fields.impact</c>; a built-in one that is declared again is both.</summary>
    public bool Declared { get; init; }

    /// <summary>For <see cref="FieldType.Choice"/>: every value it can take.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>For numbers: the least value; null where there is none.</summary>
    public decimal? Min { get; init; }

    /// <summary>For numbers: the greatest value; null where there is none.</summary>
    public decimal? Max { get; init; }

    /// <summary>For text: the most characters.</summary>
    public int MaxLength { get; init; } = 4_000;

    /// <summary>For text: what the whole value must match; it cannot backtrack, so no text can stall it.</summary>
    public Regex? Pattern { get; init; }
}
