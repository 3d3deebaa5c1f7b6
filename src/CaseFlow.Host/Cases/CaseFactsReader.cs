using System.Collections.Concurrent;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Cases;

/// <summary>Fetches what a decision must be told, and only that: most commands need nothing beside the case.</summary>
internal sealed class CaseFactsReader(IDbContextFactory<CaseFlowDb> databases, CaseJournal journal)
{
    private const int MostRemembered = 10_000;

    // Accounts and contacts never change once they are made, so what was read stays right.
    private readonly ConcurrentDictionary<Guid, CustomerFacts> remembered = new();

    /// <param name="command">Null for the facts of any command that names nobody new.</param>
    public async ValueTask<CaseFacts> For(
        CaseProcess process,
        Case? current,
        CaseCommand? command,
        CancellationToken cancellation
    )
    {
        var (customer, contact, isNamed) = command switch
        {
            CaseCommand.Create create => (create.Customer, create.Contact, true),
            CaseCommand.Edit edit => (
                Named(edit, "customer", current?.Customer),
                Named(edit, "contact", current?.Contact),
                edit.Changes.ContainsKey("customer") || edit.Changes.ContainsKey("contact")
            ),
            _ => (current?.Customer, current?.Contact, false),
        };

        CaseId? other = command switch
        {
            CaseCommand.Cancel cancel => cancel.Into,
            CaseCommand.LinkSimilar link => link.Other,
            _ => null,
        };
        var survivor = other is { } named ? await Survivor(named, cancellation) : null;
        return isNamed || ReadsPeople(process.Conditions, command)
                ? new CaseFacts
                {
                    Customer = await Find(customer, cancellation),
                    Contact = await Find(contact, cancellation),
                    Survivor = survivor,
                }
            : survivor is null ? CaseFacts.None
            : new CaseFacts { Survivor = survivor };
    }

    /// <summary>Whether some condition that this command comes to names the customer or the contact.</summary>
    private static bool ReadsPeople(CaseConditions conditions, CaseCommand? command) =>
        command switch
        {
            null => conditions.RoutingReadsPeople || conditions.MovesReadPeople,
            CaseCommand.Route => conditions.RoutingReadsPeople,
            _ => conditions.MovesReadPeople,
        };

    private static Guid? Named(CaseCommand.Edit edit, string field, Guid? now) =>
        !edit.Changes.TryGetValue(field, out var value) ? now
        : value is FieldValue.Text(var text) && Guid.TryParse(text, out var id) ? id
        : null;

    private async ValueTask<CustomerFacts?> Find(Guid? id, CancellationToken cancellation)
    {
        if (id is not { } asked)
        {
            return null;
        }

        if (remembered.TryGetValue(asked, out var known))
        {
            return known;
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.Customers.AsNoTracking().SingleOrDefaultAsync(one => one.Id == asked, cancellation) is not { } row)
        {
            return null;
        }

        if (remembered.Count >= MostRemembered)
        {
            remembered.Clear();
        }

        return remembered[asked] = new CustomerFacts(
            row.Id,
            row.Kind,
            row.Name,
            row.Email,
            row.Phone,
            row.Tier,
            row.AccountId
        );
    }

    private async ValueTask<SurvivorFacts?> Survivor(CaseId into, CancellationToken cancellation) =>
        await journal.Load(into, cancellation) is { Case: var survivor }
            ? new SurvivorFacts(survivor.Id, survivor.State)
            : null;
}
