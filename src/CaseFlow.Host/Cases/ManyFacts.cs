using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Entitlements;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.Entitlements;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Cases;

/// <summary>What conditions are told about many cases: their people and entitlements, fetched together.</summary>
internal sealed class ManyFacts(
    IDbContextFactory<CaseFlowDb> databases,
    EntitlementReader entitlements,
    CaseFactsReader facts
)
{
    /// <param name="process">The version whose clocks the cases run by, beside their own.</param>
    public async Task<ImmutableArray<CaseFacts>> For(
        CaseProcess process,
        IReadOnlyList<Case> cases,
        CancellationToken cancellation
    )
    {
        var people = await People(cases, cancellation);
        var paying = await Entitlements(cases, cancellation);
        var told = ImmutableArray.CreateBuilder<CaseFacts>(cases.Count);
        foreach (var one in cases)
        {
            told.Add(
                new CaseFacts
                {
                    Customer = people.GetValueOrDefault(one.Customer),
                    Contact = one.Contact is { } contact ? people.GetValueOrDefault(contact) : null,
                    Entitlements =
                        one.Entitlement is { } paid && paying.TryGetValue(paid, out var known) ? [known] : [],
                    Calendars = await facts.EarlierCalendars(process, one),
                }
            );
        }

        return told.MoveToImmutable();
    }

    private async Task<Dictionary<Guid, CustomerFacts>> People(
        IReadOnlyList<Case> cases,
        CancellationToken cancellation
    )
    {
        var ids = cases
            .Select(one => one.Customer)
            .Concat(cases.Select(one => one.Contact).OfType<Guid>())
            .Distinct()
            .ToList();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db
            .Customers.AsNoTracking()
            .Where(row => ids.Contains(row.Id))
            .ToDictionaryAsync(
                row => row.Id,
                row => new CustomerFacts(row.Id, row.Kind, row.Name, row.Email, row.Phone, row.Tier, row.AccountId),
                cancellation
            );
    }

    private async Task<Dictionary<Guid, EntitlementFacts>> Entitlements(
        IReadOnlyList<Case> cases,
        CancellationToken cancellation
    )
    {
        var ids = cases.Select(one => one.Entitlement).OfType<Guid>().Distinct().ToList();
        return ids.Count == 0 ? [] : (await entitlements.Find(ids, [], cancellation)).ToDictionary(one => one.Id);
    }
}
