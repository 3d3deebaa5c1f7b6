using System.Globalization;
using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Entitlements;

/// <summary>Whom and what an entitlement would be used for.</summary>
/// <param name="Customer">Null where there is no such customer.</param>
/// <param name="Contact">The contact of the case; a customer who is a contact counts as one as well.</param>
/// <param name="Channel">The origin of the case.</param>
public sealed record Applicant(CustomerFacts? Customer, Guid? Contact, string? Product, string? Channel);

/// <summary>One reason why an entitlement cannot be used.</summary>
/// <param name="Code"><c>customer</c>, <c>contact</c>, <c>product</c>, <c>channel</c>, <c>status</c> or <c>terms</c>.</param>
public sealed record WhyNot(string Code, string Detail);

/// <summary>Who may use an entitlement, and why not.</summary>
public static class Qualifying
{
    /// <summary>Everything that stands against it; empty where it can be used.</summary>
    public static ImmutableArray<WhyNot> Check(EntitlementFacts entitlement, Applicant applicant, DateTimeOffset at)
    {
        var reasons = ImmutableArray.CreateBuilder<WhyNot>();
        reasons.AddRange(Covers(entitlement, applicant));
        if (EntitlementLife.StatusAt(entitlement, at) is not EntitlementStatus.Active and var status)
        {
            reasons.Add(new("status", StatusText(entitlement, status)));
        }

        if (entitlement.ShortOf(entitlement.Least, applicant.Channel) is { } balance)
        {
            reasons.Add(new("terms", $"{Named(balance)} has {Text(Units.ToTerms(balance.Remaining))} terms left."));
        }

        return reasons.DrainToImmutable();
    }

    /// <summary>Whether it is for this customer, contact, product and channel at all, whatever is left of it.</summary>
    public static ImmutableArray<WhyNot> Covers(EntitlementFacts entitlement, Applicant applicant)
    {
        var reasons = ImmutableArray.CreateBuilder<WhyNot>();
        if (applicant.Customer is not { } customer || !IsFor(entitlement, customer))
        {
            reasons.Add(new("customer", "It belongs to another customer."));
        }

        if (!entitlement.Contacts.IsEmpty && !Lists(entitlement.Contacts, applicant))
        {
            reasons.Add(new("contact", "It lists contacts, and the contact of the case is not among them."));
        }

        if (
            !entitlement.Products.IsEmpty
            && !entitlement.Products.Contains(applicant.Product ?? "", StringComparer.Ordinal)
        )
        {
            reasons.Add(new("product", $"It is for {string.Join(", ", entitlement.Products)} only."));
        }

        if (!entitlement.AllowsOtherChannels && entitlement.FindChannel(applicant.Channel) is null)
        {
            var channels = string.Join(", ", entitlement.Channels.Select(balance => balance.Channel));
            reasons.Add(new("channel", $"It is for the channels {channels} only."));
        }

        return reasons.DrainToImmutable();
    }

    /// <summary>An entitlement belongs to its customer, and where that is an account, to the people of the account.</summary>
    public static bool IsFor(EntitlementFacts entitlement, CustomerFacts customer) =>
        entitlement.Customer == customer.Id
        || (customer.Kind == "contact" && customer.Account == entitlement.Customer && customer.Account is not null);

    private static bool Lists(ImmutableArray<Guid> contacts, Applicant applicant) =>
        (applicant.Contact is { } contact && contacts.Contains(contact))
        || (applicant.Customer is { Kind: "contact" } customer && contacts.Contains(customer.Id));

    private static string StatusText(EntitlementFacts entitlement, EntitlementStatus status) =>
        status switch
        {
            EntitlementStatus.Waiting => $"It starts on {entitlement.Starts:yyyy-MM-dd}.",
            EntitlementStatus.Expired => $"It ended on {entitlement.Ends:yyyy-MM-dd}.",
            EntitlementStatus.Cancelled => "It is cancelled.",
            _ => "It is a draft.",
        };

    internal static string Named(Balance balance) =>
        balance.Channel.Length == 0 ? "It" : $"Its channel '{balance.Channel}'";

    internal static string Text(decimal terms) => terms.ToString(CultureInfo.InvariantCulture);
}
