using CaseFlow.Engine.Processes.Reading;

namespace CaseFlow.Engine.Scenarios.Reading.Keys;

/// <summary>The keys of a case as it is created. Fields stand beside them by their own names.</summary>
internal sealed class GivenKeys
{
    public static readonly Key Title = new("title", Shape.AnyText, "What the case is about.");

    public static readonly Key At = new("at", Shape.AnyText, "When it is created.");

    public static readonly Key Route = new("route", new Shape.Flag(), "False: it is created without being routed.");

    public static readonly Key Customer = Person("customer", "Whom the case is for; without it, somebody.");

    public static readonly Key Contact = Person("contact", "With whom we speak; he or she belongs to the customer.");

    public static readonly Key Entitlement = new(
        "entitlement",
        new Shape.Keys(EntitlementKeys.Section),
        "What the customer is entitled to, without an end; without it, nothing."
    );

    public GivenKeys(ProcessWords words)
    {
        ImmutableArray<Key> own =
        [
            Title,
            Customer,
            Contact,
            Entitlement,
            new("status", words.InitialStatus, "Where it starts; without it, where the process says."),
            At,
            ProcessWords.By,
            ProcessWords.Roles,
            Route,
            words.Fields("Fields by their names, those that are called like another key included."),
        ];
        ImmutableArray<Key> fields = [.. words.FieldsBeside(own)];
        Section = new Section("given case", [.. own, .. fields]);
        Fields = [.. fields.Select(field => field.Name)];
    }

    public Section Section { get; }

    /// <summary>The fields that stand beside the other keys by their own names.</summary>
    public ImmutableArray<string> Fields { get; }

    private static Key Person(string name, string meaning) =>
        new(name, new Shape.ShortOr(Shape.AnyText, PersonKeys.Section), meaning);
}
