namespace CaseFlow.Workflows.Values;

/// <summary>The type that a definition declares for a variable, or an activity for one of its inputs.</summary>
/// <param name="Element">The type of what a list or a dictionary holds.</param>
/// <param name="Choices">The names of a choice, in the order of their numbers.</param>
public sealed record DeclaredType(
    ValueKind Kind,
    bool Nullable = false,
    DeclaredType? Element = null,
    ImmutableArray<string> Choices = default
)
{
    public static DeclaredType Object { get; } = new(ValueKind.Object);
    public static DeclaredType String { get; } = new(ValueKind.String);
    public static DeclaredType Boolean { get; } = new(ValueKind.Boolean);
    public static DeclaredType Int32 { get; } = new(ValueKind.Int32);
    public static DeclaredType Int64 { get; } = new(ValueKind.Int64);
    public static DeclaredType Double { get; } = new(ValueKind.Double);
    public static DeclaredType TimeSpan { get; } = new(ValueKind.TimeSpan);
    public static DeclaredType DateTimeOffset { get; } = new(ValueKind.DateTimeOffset);
    public static DeclaredType Json { get; } = new(ValueKind.Json);
    public static DeclaredType ObjectDictionary { get; } = DictionaryOf(Object);
    public static DeclaredType StringDictionary { get; } = DictionaryOf(String);
    public static DeclaredType StringList { get; } = ListOf(String);
    public static DeclaredType ObjectList { get; } = ListOf(Object);

    public static DeclaredType ListOf(DeclaredType element) => new(ValueKind.List, Element: element);

    public static DeclaredType DictionaryOf(DeclaredType element) => new(ValueKind.Dictionary, Element: element);

    /// <summary>One of these names, whichever case it is written in; a number stands for the name at its place.</summary>
    public static DeclaredType OneOf(params ImmutableArray<string> names) => new(ValueKind.Choice, Choices: names);

    /// <summary>What a value of this type is before anybody gave one, and after a conversion that failed.</summary>
    public object? Default =>
        Nullable
            ? null
            : Kind switch
            {
                ValueKind.Boolean => false,
                ValueKind.Int16 => (short)0,
                ValueKind.Int32 => 0,
                ValueKind.Int64 => 0L,
                ValueKind.Single => 0f,
                ValueKind.Double => 0d,
                ValueKind.Decimal => 0m,
                ValueKind.Guid => System.Guid.Empty,
                ValueKind.DateTime or ValueKind.DateTimeOffset => default(DateTimeOffset),
                ValueKind.TimeSpan => System.TimeSpan.Zero,
                ValueKind.Choice => Choices[0],
                _ => null,
            };

    public override string ToString() =>
        Kind switch
        {
            ValueKind.List => $"{Element}[]",
            ValueKind.Dictionary when Element == String => "StringDictionary",
            ValueKind.Dictionary => "ObjectDictionary",
            ValueKind.Bytes => "ByteArray",
            ValueKind.Json => "JSON",
            ValueKind.Choice => string.Join(" | ", Choices),
            _ => Kind.ToString() + (Nullable ? "?" : ""),
        };
}
