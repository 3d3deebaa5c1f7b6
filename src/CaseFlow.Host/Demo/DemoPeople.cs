using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Entitlements;
using CaseFlow.Engine.Staffing;
using CaseFlow.Host.Entitlements;
using CaseFlow.Storage;
using Microsoft.AspNetCore.Identity;

namespace CaseFlow.Host.Demo;

/// <summary>The demo's people, teams and customers.</summary>
internal static class DemoPeople
{
    private static readonly ImmutableArray<(string Key, string Name, string[] Teams)> Agents =
    [
        ("ann", "Ann Keller", ["support"]),
        ("ben", "Ben Okafor", ["support", "gold"]),
        ("chloe", "Chloé Martin", ["support", "gold"]),
        ("dev", "Dev Patel", ["support", "ops"]),
        ("eva", "Eva Lindqvist", ["gold"]),
        ("farid", "Farid Haddad", ["ops", "operations"]),
        ("sue", "Sue Tanaka", ["supervisors"]),
        ("tom", "Tom Weber", ["security", "operations"]),
        ("dora", "Dora Novak", []),
        ("adam", "Adam Smith", []),
    ];

    /// <summary>What everybody of <see cref="SignIns"/> signs in with. Everybody knows it, so it counts on this machine only.</summary>
    public const string Password = "caseflow-demo";

    /// <summary>Who can sign in, and as what.</summary>
    public static ImmutableArray<(string Key, Role Roles)> SignIns { get; } =
    [
        ("ann", Role.Agent),
        ("ben", Role.Agent),
        ("sue", Role.Agent | Role.Supervisor),
        ("dora", Role.Designer),
        ("adam", Role.Admin),
    ];

    private static readonly ImmutableArray<(string Key, string Title)> Teams =
    [
        ("support", "Support"),
        ("gold", "Gold desk"),
        ("ops", "Major incidents"),
        ("supervisors", "Supervisors"),
        ("security", "Security"),
        ("operations", "Operations"),
    ];

    private static readonly ImmutableArray<(string Name, string Tier, string[] Contacts)> Accounts =
    [
        ("Alder & Finch", "gold", ["Rita Rossi", "Paul Sand"]),
        ("Boulangerie Dubois", "standard", ["Luc Dubois"]),
        ("Cobalt Freight", "platinum", ["Mina Cho", "Omar Reyes"]),
        ("Dune Hotels", "gold", ["Iris Berg"]),
        ("Elm Street School", "standard", ["Noah Price", "Vera Lang"]),
        ("Fjord Seafood", "standard", ["Liv Dahl"]),
        ("Garnet Clinics", "platinum", ["Dr. Ada Obi", "Jonas Vogt"]),
        ("Harbour Insurance", "gold", ["Kim Walsh"]),
        ("Imprimerie Leroy", "standard", ["Zoé Leroy"]),
        ("Juniper Farms", "standard", ["Ian Fox"]),
        ("Kestrel Aviation", "gold", ["Maya Stone", "Raj Iyer"]),
        ("Lumen Opera", "standard", ["Clara Blum"]),
    ];

    // None is restricted, so that no case of the demo is refused because others have used it up.
    private static readonly ImmutableArray<(
        string Account,
        string Name,
        string? Sla,
        Allocation Allocation,
        int Total
    )> Entitlements =
    [
        ("Elm Street School", "Premium support", "Premium", Allocation.Cases, 30),
        ("Fjord Seafood", "Premium support", "Premium", Allocation.Cases, 15),
        ("Harbour Insurance", "Support by the hour", null, Allocation.Hours, 20),
    ];

    public static ImmutableArray<string> Support { get; } =
    [
        .. Agents
            .Where(agent => agent.Teams.Any(team => team is "support" or "gold" or "ops"))
            .Select(agent => agent.Key),
    ];

    /// <summary>Adds them to the database; the accounts that cases are opened for come back.</summary>
    public static async Task<ImmutableArray<DemoCustomer>> Add(
        CaseFlowDb db,
        IPasswordHasher<AccountRow> hasher,
        DateTimeOffset at,
        CancellationToken cancellation
    )
    {
        db.Users.AddRange(Agents.Select(agent => UserOf(agent.Key, agent.Name, at)));
        db.Teams.AddRange(Teams.Select(team => TeamOf(team.Key, team.Title)));
        await db.SaveChangesAsync(cancellation);
        db.Accounts.AddRange(SignIns.Select(one => AccountOf(one.Key, hasher)));
        db.TeamMembers.AddRange(
            Agents.SelectMany(agent => agent.Teams.Select(team => new TeamMemberRow { Team = team, User = agent.Key }))
        );

        var customers = ImmutableArray.CreateBuilder<DemoCustomer>();
        foreach (var (name, tier, contacts) in Accounts)
        {
            var account = CustomerOf("account", name, tier, null, at);
            var people = contacts.Select(contact => CustomerOf("contact", contact, null, account.Id, at)).ToList();
            db.Customers.Add(account);
            db.Customers.AddRange(people);
            foreach (var owed in Entitlements.Where(one => one.Account == name))
            {
                var entitlement = EntitlementOf(account.Id, owed.Name, owed.Sla, owed.Allocation, at);
                db.Entitlements.Add(entitlement);
                var totals = new Dictionary<string, long>(StringComparer.Ordinal) { [""] = owed.Total * Units.InTerm };
                await EntitlementDoor.SetTotals(db, entitlement, totals, entitlement.CreatedBy, at);
            }

            customers.Add(new(account.Id, tier, [.. people.Select(person => person.Id)]));
        }

        await db.SaveChangesAsync(cancellation);
        return customers.ToImmutable();
    }

    private static UserRow UserOf(string key, string name, DateTimeOffset at) =>
        new()
        {
            Key = key,
            Name = name,
            SearchName = CustomerSearch.NameOf(name),
            Email = $"{key}@caseflow.example",
            Roles = SignIns.FirstOrDefault(one => one.Key == key) is { Key: not null } known ? known.Roles : Role.Agent,
            Skills = [],
            IsActive = true,
            Presence = Presence.Available,
            PresenceSince = at,
        };

    private static AccountRow AccountOf(string user, IPasswordHasher<AccountRow> hasher)
    {
        var account = new AccountRow
        {
            User = user,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            IsDemo = true,
        };
        account.PasswordHash = hasher.HashPassword(account, Password);
        return account;
    }

    private static TeamRow TeamOf(string key, string title) =>
        new()
        {
            Key = key,
            Title = title,
            SearchTitle = CustomerSearch.NameOf(title),
        };

    private static EntitlementRow EntitlementOf(
        Guid customer,
        string name,
        string? sla,
        Allocation allocation,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            CustomerId = customer,
            Name = name,
            Sla = sla,
            Starts = DateOnly.FromDateTime(at.UtcDateTime),
            Ends = DateOnly.FromDateTime(at.UtcDateTime).AddYears(1),
            TimeZone = "Europe/Paris",
            Allocation = allocation,
            DecreaseOn = Decrease.Resolution,
            IsRestricted = false,
            AllowsOtherChannels = true,
            Products = [],
            Contacts = [],
            IsDefault = true,
            State = EntitlementState.Activated,
            Version = 1,
            CreatedAt = at,
            CreatedBy = "demo",
            ModifiedAt = at,
            ModifiedBy = "demo",
        };

    private static CustomerRow CustomerOf(string kind, string name, string? tier, Guid? account, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            Kind = kind,
            Name = name,
            SearchName = CustomerSearch.NameOf(name),
            Email = kind == "contact" ? $"{name.Split(' ')[^1].ToLowerInvariant()}@example.com" : null,
            SearchEmail = kind == "contact" ? $"{name.Split(' ')[^1].ToLowerInvariant()}@example.com" : null,
            Tier = tier,
            AccountId = account,
            CreatedAt = at,
            CreatedBy = "demo",
        };
}

/// <summary>An account of the demo, with its contacts.</summary>
internal sealed record DemoCustomer(Guid Id, string Tier, ImmutableArray<Guid> Contacts);
