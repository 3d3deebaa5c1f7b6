using CaseFlow.Storage;

namespace CaseFlow.Host.Customers;

/// <summary>An account or a contact as the API shows it.</summary>
/// <param name="Kind"><c>account</c> or <c>contact</c>.</param>
/// <param name="AccountId">For a contact: the account that it belongs to.</param>
internal sealed record CustomerView(
    Guid Id,
    string Kind,
    string Name,
    string? Email,
    string? Phone,
    string? Tier,
    Guid? AccountId,
    DateTimeOffset CreatedAt,
    string CreatedBy
)
{
    public static CustomerView Of(CustomerRow row) =>
        new(row.Id, row.Kind, row.Name, row.Email, row.Phone, row.Tier, row.AccountId, row.CreatedAt, row.CreatedBy);
}
