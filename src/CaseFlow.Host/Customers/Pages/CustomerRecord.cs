using CaseFlow.Host.Cases.Pages;

namespace CaseFlow.Host.Customers.Pages;

/// <summary>A customer, or somebody who works for one.</summary>
public sealed record CustomerRecord(
    Guid Id,
    string Kind,
    string Name,
    string? Email,
    string? Phone,
    string? Tier,
    Guid? AccountId,
    DateTimeOffset CreatedAt
)
{
    public bool IsAccount => Kind == "account";

    public string Address => $"/customers/{Id}";
}

/// <summary>All that one wants to see of a customer.</summary>
public sealed record CardModel(
    CustomerRecord Customer,
    CustomerRecord? Account,
    ImmutableArray<CustomerRecord> Contacts,
    ImmutableArray<CardCaseModel> Cases,
    ImmutableArray<CardActivityModel> OpenActivities,
    ImmutableArray<CardActivityModel> RecentActivities,
    ImmutableArray<EntitlementModel> Entitlements
);

/// <summary>A case of the customer.</summary>
public sealed record CardCaseModel(
    Guid Id,
    string Ticket,
    string Title,
    string Process,
    string State,
    string Status,
    DateTimeOffset CreatedAt
);

/// <summary>Something that was done for the customer, or is to be.</summary>
public sealed record CardActivityModel(
    Guid Id,
    Guid CaseId,
    string Ticket,
    string Kind,
    string State,
    string Subject,
    DateTimeOffset? Due
);

/// <summary>What a customer is entitled to.</summary>
public sealed record EntitlementRecord(
    Guid Id,
    string Name,
    string Status,
    DateOnly Starts,
    DateOnly Ends,
    string Allocation,
    decimal Total,
    decimal Remaining,
    string? Sla
);

/// <summary>What was added to an entitlement, or taken from it.</summary>
public sealed record LedgerRecord(
    long Id,
    string? Channel,
    string? Ticket,
    string Event,
    decimal Amount,
    decimal Balance,
    DateTimeOffset At,
    string By
);
