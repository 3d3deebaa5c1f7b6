using System.Collections.Concurrent;
using CaseFlow.Engine.Calendars;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Duplicates;
using CaseFlow.Engine.Entitlements;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Sla;
using CaseFlow.Host.Entitlements;
using CaseFlow.Host.Processes;
using CaseFlow.Host.Queues;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Cases;

/// <summary>Fetches what a decision must be told, and only that: most commands need nothing beside the case.</summary>
internal sealed class CaseFactsReader(
    IDbContextFactory<CaseFlowDb> databases,
    ProcessCatalog processes,
    StaffReader staff,
    RelatedCaseReader others,
    EntitlementReader entitlements,
    DuplicateCases duplicates,
    CaseScopes scopes,
    CaseJournal journal,
    TimeProvider time
)
{
    private const int MostRemembered = 10_000;

    private static readonly CaseFacts inactive = new() { AssigneeIsInactive = true };

    // Another node may change a customer without this one hearing of it, so nothing is believed for long.
    private static readonly TimeSpan Believed = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Guid, (CustomerFacts Facts, DateTimeOffset Until)> remembered = new();
    private int changes;

    /// <param name="command">Null for the facts of any command that names nobody new.</param>
    public async ValueTask<CaseTold> For(
        CaseProcess process,
        Case? current,
        CaseCommand? command,
        Actor by,
        CancellationToken cancellation
    )
    {
        var facts = await AboutItself(process, current, command, by, cancellation);
        var named = RelatedCaseReader.NamedBy(process, current, command);
        if (named.IsEmpty)
        {
            return new(facts, []);
        }

        var (related, stored) = await others.Read(named, command, PeopleOf, cancellation);
        facts = facts with { Related = related, Survivor = Survivor(command, related) };
        var listed = command switch
        {
            CaseCommand.Unmerge => current?.Id,
            CaseCommand.Create { From.Case: var from } => from,
            _ => null,
        };
        return listed is { } of
            ? new(facts with { Activities = await others.Activities(of, cancellation) }, stored)
            : new(await WithParentsPeople(facts, command, cancellation), stored);

        async ValueTask<CaseFacts> PeopleOf(Case of) =>
            new()
            {
                Customer = await Find(of.Customer, cancellation),
                Contact = await Find(of.Contact, cancellation),
                Entitlements = of.Entitlement is { } entitlement
                    ? await entitlements.Find([entitlement], [], cancellation)
                    : null,
            };
    }

    // A child that names no customer of its own is for its parent's.
    private async ValueTask<CaseFacts> WithParentsPeople(
        CaseFacts facts,
        CaseCommand? command,
        CancellationToken cancellation
    ) =>
        command is CaseCommand.Create { Customer: null } create && facts.Related is [{ Case: var parent }]
            ? facts with
            {
                Customer = await Find(parent.Customer, cancellation),
                Contact = await Find(create.Contact ?? parent.Contact, cancellation),
            }
            : facts;

    private async ValueTask<CaseFacts> AboutItself(
        CaseProcess process,
        Case? current,
        CaseCommand? command,
        Actor by,
        CancellationToken cancellation
    )
    {
        var (customer, contact, isNamed) = command switch
        {
            CaseCommand.Create opens => (opens.Customer, opens.Contact, true),
            CaseCommand.Edit edit => (
                Named(edit, "customer", current?.Customer),
                Named(edit, "contact", current?.Contact),
                edit.Changes.ContainsKey("customer") || edit.Changes.ContainsKey("contact")
            ),
            _ => (current?.Customer, current?.Contact, false),
        };

        var facts = await Others(process, current, command, by, cancellation);
        if (isNamed || ReadsPeople(process.Conditions, command))
        {
            facts = facts with
            {
                Customer = await Find(customer, cancellation),
                Contact = await Find(contact, cancellation),
            };
        }

        if (current is null && command is CaseCommand.Create create)
        {
            facts = facts with
            {
                Duplicates = await Duplicates(process, create, cancellation),
                ReferencedBy = create.Reference is { } reference ? await CaseOf(reference, cancellation) : null,
            };
        }

        if (
            current?.Entitlement is { } entitlement
            && (command is null || process.Conditions.ReadEntitlement)
            && !EntitlementLook.NamesOne(command)
        )
        {
            facts = facts with { Entitlements = await entitlements.Find([entitlement], [], cancellation) };
        }

        return await EarlierCalendars(process, current) is { IsEmpty: false } calendars
            ? facts with
            {
                Calendars = calendars,
            }
            : facts;
    }

    /// <summary>The decision, and what was told for it: about entitlements only where the answer touches one.</summary>
    /// <param name="adjust">What is to be told otherwise than it was found; null for nothing.</param>
    public async ValueTask<(Decision Decision, CaseFacts Told)> Decide(
        CaseProcess process,
        Case? current,
        CaseCommand command,
        CaseFacts told,
        Func<CaseFacts, CaseFacts>? adjust = null
    )
    {
        var decision = CaseDecider.Decide(process, current, command, told);
        if (EntitlementLook.Wanted(current, command, decision) is not { } look)
        {
            return (decision, told);
        }

        told = await Look(told, look, CancellationToken.None);
        told = adjust is null ? told : adjust(told);
        return (CaseDecider.Decide(process, current, command, told), told);
    }

    /// <summary>The facts, and what had to be looked up about entitlements.</summary>
    private async ValueTask<CaseFacts> Look(CaseFacts told, EntitlementLook look, CancellationToken cancellation)
    {
        if (look.Customer is null)
        {
            return told with { Entitlements = await entitlements.Find(look.Ids, [], cancellation) };
        }

        var customer = await Find(look.Customer, cancellation);
        return told with
        {
            Customer = customer,
            Contact = await Find(look.Contact, cancellation),
            Entitlements = await entitlements.Find(
                look.Ids,
                [.. new[] { customer?.Id, customer?.Account }.OfType<Guid>()],
                cancellation
            ),
        };
    }

    /// <summary>The account or contact of this id; null where there is none.</summary>
    public async ValueTask<CustomerFacts?> Customer(Guid id, CancellationToken cancellation)
    {
        if (remembered.TryGetValue(id, out var known) && known.Until > time.GetUtcNow())
        {
            return known.Facts;
        }

        var changesBefore = Volatile.Read(ref changes);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.Customers.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation) is not { } row)
        {
            return null;
        }

        var facts = new CustomerFacts(row.Id, row.Kind, row.Name, row.Email, row.Phone, row.Tier, row.AccountId);
        Remember(facts, changesBefore);
        return facts;
    }

    /// <summary>The case that is called so elsewhere; null where none is.</summary>
    public async ValueTask<CaseId?> CaseOf(ExternalReference reference, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var row = await db
            .CaseReferences.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Source == reference.Source && one.Key == reference.Key, cancellation);
        return row is null ? null : new CaseId(row.CaseId);
    }

    /// <summary>The customer was changed: what is remembered of it is not right any more.</summary>
    public void Forget(Guid customer)
    {
        Interlocked.Increment(ref changes);
        remembered.TryRemove(customer, out _);
    }

    /// <summary>The calendars of earlier versions by which clocks of the case have counted so far.</summary>
    public async ValueTask<ImmutableDictionary<string, BusinessCalendar>> EarlierCalendars(
        CaseProcess process,
        Case? current
    )
    {
        var calendars = ImmutableDictionary<string, BusinessCalendar>.Empty;
        foreach (var clock in current?.Clocks ?? [])
        {
            if (
                clock is { State: ClockState.Running, Target: { Calendar: { } key, Fingerprint: { } fingerprint } }
                && process.FindCalendar(key)?.Fingerprint != fingerprint
                && (await processes.Version(current!.Process, clock.Definition)).FindCalendar(key) is { } earlier
            )
            {
                calendars = calendars.SetItem(fingerprint, earlier);
            }
        }

        return calendars;
    }

    /// <summary>What only few commands need.</summary>
    private async ValueTask<CaseFacts> Others(
        CaseProcess process,
        Case? current,
        CaseCommand? command,
        Actor by,
        CancellationToken cancellation
    ) =>
        command switch
        {
            CaseCommand.Assign { User: { } user } when await staff.IsInactive(user, cancellation) => inactive,
            CaseCommand.AddToQueue { Worker: { } worker } when await staff.IsInactive(worker, cancellation) => inactive,
            null or CaseCommand.Pick => await Teams(process, current, by, cancellation) is { } teams
                ? new() { Teams = teams }
                : CaseFacts.None,
            CaseCommand.Undo when current is not null => new() { Undo = await LastChange(current.Id, cancellation) },
            _ => CaseFacts.None,
        };

    /// <summary>What the history says of the last change of a case; null where nothing can be taken back.</summary>
    public async ValueTask<UndoFacts?> LastChange(CaseId id, CancellationToken cancellation) =>
        UndoFacts.Of([.. (await journal.History(id, cancellation)).Select(recorded => recorded.Event)]);

    // Only who picks from a private queue has to be one of its people.
    private async ValueTask<ImmutableArray<string>?> Teams(
        CaseProcess process,
        Case? current,
        Actor by,
        CancellationToken cancellation
    ) =>
        current?.Queue is { } queue && process.FindQueue(queue) is { IsPrivate: true }
            ? await staff.TeamsOf(by.User, cancellation)
            : null;

    /// <summary>Whether some condition that this command comes to names the customer or the contact.</summary>
    private static bool ReadsPeople(CaseConditions conditions, CaseCommand? command) =>
        command switch
        {
            _ when conditions.ClocksReadPeople || conditions.AutomationReadsPeople || conditions.ActionsReadPeople =>
                true,
            null => conditions.RoutingReadsPeople || conditions.MovesReadPeople,
            CaseCommand.Route => conditions.RoutingReadsPeople,
            _ => conditions.MovesReadPeople,
        };

    private static Guid? Named(CaseCommand.Edit edit, string field, Guid? now) =>
        !edit.Changes.TryGetValue(field, out var value) ? now
        : value is FieldValue.Text(var text) && Guid.TryParse(text, out var id) ? id
        : null;

    private async ValueTask<ImmutableArray<Duplicate>> Duplicates(
        CaseProcess process,
        CaseCommand.Create create,
        CancellationToken cancellation
    )
    {
        var (mode, window) = process.Parts.Policies.Duplicates;
        if (mode == DuplicateMode.Off || create.Parent is not null || create.Customer is not { } customer)
        {
            return [];
        }

        var scope = await scopes.For(create.By, cancellation);
        var found = await duplicates.Find(customer, create.Title, create.At - window, scope, cancellation);
        return [.. found.Select(one => new Duplicate(one.Id, one.Ticket, one.Score))];
    }

    private ValueTask<CustomerFacts?> Find(Guid? id, CancellationToken cancellation) =>
        id is { } asked ? Customer(asked, cancellation) : new((CustomerFacts?)null);

    private void Remember(CustomerFacts known, int changesBefore)
    {
        if (remembered.Count >= MostRemembered)
        {
            remembered.Clear();
        }

        remembered[known.Id] = (known, time.GetUtcNow() + Believed);

        // It may have been changed while it was read.
        if (Volatile.Read(ref changes) != changesBefore)
        {
            remembered.TryRemove(known.Id, out _);
        }
    }

    private static SurvivorFacts? Survivor(CaseCommand? command, ImmutableArray<RelatedCase> related) =>
        command is CaseCommand.Cancel { Into: { } into }
        && related.FirstOrDefault(one => one.Case.Id == into) is { Case: var survivor }
            ? new SurvivorFacts(survivor.Id, survivor.State)
            : null;
}
