using CaseFlow.Engine.Processes.Reading;

namespace CaseFlow.Engine.Scenarios.Reading.Keys;

/// <summary>The keys of a customer or contact.</summary>
internal static class PersonKeys
{
    public static readonly Key Name = new("name", Shape.AnyText, "What they are called; it tells one from another.")
    {
        Required = true,
    };

    public static readonly Key Kind = new("kind", new Shape.Word("account", "contact"), "A company or a person.");

    public static readonly Key Email = new("email", Shape.AnyText, "The address.");

    public static readonly Key Phone = new("phone", Shape.AnyText, "The number.");

    public static readonly Key Tier = new("tier", Shape.AnyText, "How important they are, such as gold.");

    public static readonly Key Account = new(
        "account",
        Shape.AnyText,
        "For a person: the company that he or she belongs to; without it, the customer."
    );

    public static readonly Section Section = new("person", [Name, Kind, Email, Phone, Tier, Account]);
}
