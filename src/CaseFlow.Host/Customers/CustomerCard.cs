using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Entitlements;
using CaseFlow.Host.Cases;
using CaseFlow.Host.Entitlements;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Customers;

/// <summary><c>GET /api/customers/{id}/card</c>: all that somebody on the telephone wants to see, in one call.</summary>
internal static class CustomerCard
{
    private const int RecentCases = 10;
    private const int RecentActivities = 10;
    private const int MostOthers = 50;

    /// <param name="Account">For a contact: the account that it belongs to.</param>
    /// <param name="Contacts">For an account: its people, by name.</param>
    /// <param name="Cases">The ten opened last.</param>
    /// <param name="OpenActivities">Those of all its cases, the first due first.</param>
    /// <param name="RecentActivities">The ten added last to those cases, whatever has become of them.</param>
    /// <param name="Entitlements">Those that are active now, with what is left, and why one cannot be used.</param>
    public sealed record CardView(
        CustomerView Customer,
        CustomerView? Account,
        ImmutableArray<CustomerView> Contacts,
        ImmutableArray<CardCase> Cases,
        ImmutableArray<CardActivity> OpenActivities,
        ImmutableArray<CardActivity> RecentActivities,
        ImmutableArray<EntitlementView> Entitlements
    );

    public sealed record CardCase(
        Guid Id,
        string Ticket,
        string Title,
        string Process,
        string State,
        string Status,
        DateTimeOffset CreatedAt
    );

    public sealed record CardActivity(
        Guid Id,
        Guid CaseId,
        string Ticket,
        string Kind,
        string State,
        string Subject,
        DateTimeOffset? Due
    );

    public static void Map(IEndpointRouteBuilder customers, string? kind) =>
        customers
            .MapGet("/{id:guid}/card", Handle)
            .Needs(Rights.ReadCustomers)
            .WithName(kind is null ? nameof(CustomerCard) : "ContactCard")
            .WithSummary("The customer with people, recent cases, open activities and active entitlements")
            .Produces<CardView>()
            .ProducesProblems(401, 404);

    private static async Task<IResult> Handle(
        HttpContext context,
        Guid id,
        CaseScopes scopes,
        IDbContextFactory<CaseFlowDb> databases,
        TimeProvider time
    )
    {
        var cancellation = context.RequestAborted;
        var scope = await scopes.For(context.Actor(), cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.Customers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } row)
        {
            return ReadCustomers.NoSuchCustomer(id);
        }

        var account = await db
            .Customers.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == row.AccountId, cancellation);
        var contacts = await db
            .Customers.AsNoTracking()
            .Where(one => one.AccountId == id)
            .OrderBy(one => one.SearchName)
            .ThenBy(one => one.Id)
            .Take(MostOthers)
            .ToListAsync(cancellation);
        var cases = await Recent(db, row, scope, cancellation);
        return TypedResults.Ok(
            new CardView(
                CustomerView.Of(row),
                account is null ? null : CustomerView.Of(account),
                [.. contacts.Select(CustomerView.Of)],
                cases,
                await Open(db, row, scope, cancellation),
                await Activities(db, cases, cancellation),
                await Entitlements(db, row, time.GetUtcNow(), cancellation)
            )
        );
    }

    private static async Task<ImmutableArray<CardCase>> Recent(
        CaseFlowDb db,
        CustomerRow customer,
        CaseScope scope,
        CancellationToken cancellation
    )
    {
        var rows = await CasesOf(db, customer, scope)
            .OrderByDescending(row => row.Id)
            .Take(RecentCases)
            .Select(row => new
            {
                row.Id,
                row.Ticket,
                row.Title,
                row.Process,
                row.State,
                row.Status,
                row.CreatedAt,
            })
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => new CardCase(
                row.Id,
                row.Ticket,
                row.Title,
                row.Process,
                StateNames.Of(row.State),
                row.Status,
                row.CreatedAt
            )),
        ];
    }

    private static async Task<ImmutableArray<CardActivity>> Open(
        CaseFlowDb db,
        CustomerRow customer,
        CaseScope scope,
        CancellationToken cancellation
    ) =>
        [
            .. await (
                from found in CasesOf(db, customer, scope)
                join activity in db.Activities.AsNoTracking() on found.Id equals activity.CaseId
                where activity.State == ActivityRow.OpenState
                orderby activity.Due == null, activity.Due, activity.Id
                select new CardActivity(
                    activity.Id,
                    found.Id,
                    found.Ticket,
                    activity.Kind,
                    activity.State,
                    activity.Subject,
                    activity.Due
                )
            )
                .Take(MostOthers)
                .ToListAsync(cancellation),
        ];

    private static async Task<ImmutableArray<CardActivity>> Activities(
        CaseFlowDb db,
        ImmutableArray<CardCase> cases,
        CancellationToken cancellation
    )
    {
        Guid[] ids = [.. cases.Select(one => one.Id)];
        var rows = await db
            .Activities.AsNoTracking()
            .Where(row => ids.Contains(row.CaseId))
            .OrderByDescending(row => row.Id)
            .Take(RecentActivities)
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => new CardActivity(
                row.Id,
                row.CaseId,
                cases.First(one => one.Id == row.CaseId).Ticket,
                row.Kind,
                row.State,
                row.Subject,
                row.Due
            )),
        ];
    }

    private static async Task<ImmutableArray<EntitlementView>> Entitlements(
        CaseFlowDb db,
        CustomerRow customer,
        DateTimeOffset at,
        CancellationToken cancellation
    )
    {
        var facts = new CustomerFacts(
            customer.Id,
            customer.Kind,
            customer.Name,
            customer.Email,
            customer.Phone,
            customer.Tier,
            customer.AccountId
        );
        var rows = await ReadEntitlements
            .Filter(db, facts, isActive: true, at)
            .OrderBy(row => row.Ends)
            .ThenBy(row => row.Id)
            .Take(MostOthers)
            .ToListAsync(cancellation);
        var applicant = new Applicant(facts, null, null, null);
        return
        [
            .. (await EntitlementReader.WithBalances(db, rows, cancellation))
                .Where(one => EntitlementLife.StatusAt(one.Facts, at) == EntitlementStatus.Active)
                .Select(one => EntitlementView.Of(one.Row, one.Facts, at, Qualifying.Check(one.Facts, applicant, at))),
        ];
    }

    // A person's cases are also those that the account has the person as its contact in.
    private static IQueryable<CaseRow> CasesOf(CaseFlowDb db, CustomerRow customer, CaseScope scope)
    {
        var (id, account) = (customer.Id, customer.AccountId);
        return scope.Apply(
            db.Cases.AsNoTracking()
                .Where(row => row.CustomerId == id || (row.CustomerId == account && row.ContactId == id))
        );
    }
}
