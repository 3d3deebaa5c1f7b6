namespace CaseFlow.Engine.Processes;

/// <summary>The fields that every case has, beside its title, customer and contact. A process may give them its own choices.</summary>
public static class BuiltInFields
{
    /// <summary>What the case is about: free text, or one of the process's subjects where it has a tree of them.</summary>
    public const string Subject = "subject";

    public static ImmutableArray<FieldDefinition> All { get; } =
    [
        Text("description", "Description", 100_000),
        Choice("priority", "Priority", "low", "normal", "high"),
        Choice("severity", "Severity", "low", "normal", "high"),
        Choice("origin", "Origin", "phone", "email", "web", "webhook", "facebook", "twitter"),
        Choice("type", "Type", "question", "problem", "request"),
        Text("product", "Product", 200),
        Text(Subject, "Subject", 200),
    ];

    private static FieldDefinition Text(string key, string label, int most) =>
        new(key, FieldType.Text, new LocalText(label)) { BuiltIn = true, MaxLength = most };

    private static FieldDefinition Choice(string key, string label, params ImmutableArray<string> choices) =>
        new(key, FieldType.Choice, new LocalText(label)) { BuiltIn = true, Choices = choices };
}
