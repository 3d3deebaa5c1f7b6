namespace CaseFlow.Host.Customers;

/// <summary>The endpoints of accounts and contacts, under the two names that the field uses.</summary>
internal static class CustomersSetup
{
    public static void MapCustomers(this IEndpointRouteBuilder api)
    {
        var customers = api.MapGroup("/customers").WithTags("Customers");
        CreateCustomer.Map(customers, kind: null);
        ReadCustomers.Map(customers, kind: null);
        EditCustomer.Map(customers, kind: null);
        CustomerCard.Map(customers, kind: null);

        var contacts = api.MapGroup("/contacts").WithTags("Customers");
        CreateCustomer.Map(contacts, kind: "contact");
        ReadCustomers.Map(contacts, kind: "contact");
        EditCustomer.Map(contacts, kind: "contact");
        CustomerCard.Map(contacts, kind: "contact");
    }
}
