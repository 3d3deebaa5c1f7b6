namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>Who a case can be for: a customer that exists, and a contact that belongs to it.</summary>
internal static class CustomerRules
{
    public static Refusal? Check(Guid customerId, Guid? contactId, CaseFacts told)
    {
        if (told.Customer is not { } customer || customer.Id != customerId)
        {
            return new Refusal.UnknownCustomer(customerId);
        }

        if (contactId is not { } asked)
        {
            return null;
        }

        return told.Contact is not { Kind: "contact" } contact || contact.Id != asked
                ? new Refusal.UnknownContact(asked)
            : Belongs(contact, customer) ? null
            : new Refusal.ForeignContact(contact.Name, customer.Name);
    }

    /// <summary>A person belongs to the own account; where the customer is a person, so do the colleagues.</summary>
    public static bool Belongs(CustomerFacts contact, CustomerFacts customer) =>
        contact.Id == customer.Id
        || contact.Account == customer.Id
        || (customer.Kind == "contact" && customer.Account is not null && contact.Account == customer.Account);
}
