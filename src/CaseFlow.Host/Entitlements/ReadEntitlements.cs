using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Entitlements;
using CaseFlow.Host.Cases;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Entitlements;

/// <summary><c>GET /api/entitlements</c>, with what is left of each and why it cannot be used; <c>GET /api/entitlements/{id}</c></summary>
internal static class ReadEntitlements
{
    /// <param name="Customer">Those that this account or contact can have a part in, each judged for it.</param>
    /// <param name="Contact">The contact of the case.</param>
    /// <param name="Product">The product of the case.</param>
    /// <param name="Channel">The origin of the case.</param>
    /// <param name="Active">True: only those that are active now.</param>
    /// <param name="Qualifies">True: only those that can be used for the customer, contact, product and channel that are given.</param>
    public sealed record Query(
        [FromQuery] Guid? Customer,
        [FromQuery] Guid? Contact,
        [FromQuery] string? Product,
        [FromQuery] string? Channel,
        [FromQuery] bool? Active,
        [FromQuery] bool? Qualifies,
        [FromQuery] int? Limit,
        [FromQuery] string? Cursor
    );

    public static void Map(IEndpointRouteBuilder entitlements)
    {
        entitlements
            .MapGet("/", List)
            .Needs(Rights.ReadEntitlements)
            .WithName("ListEntitlements")
            .WithSummary("What a customer is entitled to, what is left, and why something cannot be used")
            .Produces<Page<EntitlementView>>()
            .ProducesProblems(400, 401, 422);
        entitlements
            .MapGet("/{id:guid}", Read)
            .Needs(Rights.ReadEntitlements)
            .WithName("ReadEntitlement")
            .WithSummary("Read one")
            .Produces<EntitlementView>()
            .ProducesProblems(401, 404);
    }

    private static async Task<IResult> List(
        [AsParameters] Query query,
        IDbContextFactory<CaseFlowDb> databases,
        CaseFactsReader facts,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        if (Paging.Read(query.Limit, query.Cursor, out var most, out var after) is { } problem)
        {
            return problem;
        }

        var last = Guid.Empty;
        if (after is not null && !Guid.TryParse(after, out last))
        {
            return Paging.BadCursor;
        }

        CustomerFacts? customer = null;
        if (query.Customer is { } id && (customer = await facts.Customer(id, cancellation)) is null)
        {
            return ApiProblem.Of(new Refusal.UnknownCustomer(id));
        }

        if (query.Qualifies is true && customer is null)
        {
            return Needs.Field("customer", "Say in 'customer' for whom they are to qualify.");
        }

        var at = time.GetUtcNow();
        var applicant = new Applicant(customer, query.Contact, query.Product, query.Channel);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var found = new List<EntitlementView>();
        List<EntitlementRow> rows;
        do
        {
            rows = await Filter(db, customer, query.Active is true || query.Qualifies is true, at)
                .Where(row => row.Id > last)
                .OrderBy(row => row.Id)
                .Take(most + 1)
                .ToListAsync(cancellation);
            last = rows.Count > 0 ? rows[^1].Id : last;
            found.AddRange(
                (await EntitlementReader.WithBalances(db, rows, cancellation))
                    .Select(one =>
                        EntitlementView.Of(
                            one.Row,
                            one.Facts,
                            at,
                            customer is null ? null : Qualifying.Check(one.Facts, applicant, at)
                        )
                    )
                    .Where(one => IsAskedFor(one, query))
            );
        } while (found.Count <= most && rows.Count > most);

        return TypedResults.Ok(Paging.PageOf(found, most, one => one.Id.ToString()));
    }

    private static bool IsAskedFor(EntitlementView one, Query query) =>
        (query.Active is not true || one.Status == EntitlementWords.Of(EntitlementStatus.Active))
        && (query.Qualifies is not true || one.Qualifies is true);

    /// <summary>Those of the customer and of the account that a contact belongs to; all where there is no customer.</summary>
    /// <param name="isActive">Leaves out what no time zone has as active now.</param>
    public static IQueryable<EntitlementRow> Filter(
        CaseFlowDb db,
        CustomerFacts? customer,
        bool isActive,
        DateTimeOffset at
    )
    {
        var rows = db.Entitlements.AsNoTracking();
        if (customer is not null)
        {
            var (own, account) = (customer.Id, customer.Account ?? customer.Id);
            rows = rows.Where(row => row.CustomerId == own || row.CustomerId == account);
        }

        var today = DateOnly.FromDateTime(at.UtcDateTime);
        var (tomorrow, yesterday) = (today.AddDays(1), today.AddDays(-1));
        return isActive
            ? rows.Where(row =>
                row.State == EntitlementState.Activated && row.Starts <= tomorrow && row.Ends >= yesterday
            )
            : rows;
    }

    private static async Task<IResult> Read(
        HttpContext context,
        Guid id,
        IDbContextFactory<CaseFlowDb> databases,
        TimeProvider time
    )
    {
        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        var rows = await db.Entitlements.AsNoTracking().Where(row => row.Id == id).ToListAsync(context.RequestAborted);
        if (await EntitlementReader.WithBalances(db, rows, context.RequestAborted) is not [var (row, facts)])
        {
            return EntitlementDoor.NoSuchEntitlement(id);
        }

        context.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{row.Version}\"");
        return TypedResults.Ok(EntitlementView.Of(row, facts, time.GetUtcNow()));
    }
}
