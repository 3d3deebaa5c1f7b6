using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Customers;

/// <summary><c>GET /api/customers?q=</c> (type-ahead by the first letters of the name or the e-mail address), <c>GET /api/customers/{id}</c></summary>
internal static class ReadCustomers
{
    public static void Map(IEndpointRouteBuilder customers, string? kind)
    {
        customers
            .MapGet(
                "/",
                (
                    string? q,
                    string? account,
                    int? limit,
                    string? cursor,
                    IDbContextFactory<CaseFlowDb> databases,
                    CancellationToken cancellation
                ) => List(kind, q, account, limit, cursor, databases, cancellation)
            )
            .WithName(kind is null ? "ListCustomers" : "ListContacts")
            .WithSummary("Find by the first letters of the name or the e-mail address")
            .Produces<Page<CustomerView>>()
            .ProducesProblems(400, 401);
        customers
            .MapGet("/{id:guid}", Read)
            .WithName(kind is null ? "ReadCustomer" : "ReadContact")
            .WithSummary("Read one")
            .Produces<CustomerView>()
            .ProducesProblems(401, 404);
    }

    private static async Task<IResult> List(
        string? kind,
        string? q,
        string? account,
        int? limit,
        string? cursor,
        IDbContextFactory<CaseFlowDb> databases,
        CancellationToken cancellation
    )
    {
        if (Paging.Read(limit, cursor, out var most, out var after) is { } problem)
        {
            return problem;
        }

        Guid? accountId = Guid.TryParse(account, out var parsed) ? parsed : null;
        if (account is not null && accountId is null)
        {
            return ApiProblem.Malformed("'account' is the id of an account.");
        }

        // The order is that of names, with the id where two are the same.
        var last =
            after?.Split('\n', 2) is [var name, var id] && Guid.TryParse(id, out var lastId)
                ? (Name: name, Id: lastId)
                : default((string Name, Guid Id)?);
        if (after is not null && last is null)
        {
            return Paging.BadCursor;
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rows = db.Customers.AsNoTracking();
        rows = kind is null ? rows : rows.Where(row => row.Kind == kind);
        rows = accountId is null ? rows : rows.Where(row => row.AccountId == accountId);
        rows = string.IsNullOrWhiteSpace(q) ? rows : rows.BeginningWith(q);

        if (last is { } seen)
        {
            rows = rows.Where(row =>
                row.SearchName.CompareTo(seen.Name) > 0 || (row.SearchName == seen.Name && row.Id > seen.Id)
            );
        }

        var found = await rows.OrderBy(row => row.SearchName)
            .ThenBy(row => row.Id)
            .Take(most + 1)
            .ToListAsync(cancellation);
        var page = Paging.PageOf(found, most, row => $"{row.SearchName}\n{row.Id}");
        return TypedResults.Ok(new Page<CustomerView>([.. page.Items.Select(CustomerView.Of)], page.Next));
    }

    private static async Task<IResult> Read(
        Guid id,
        IDbContextFactory<CaseFlowDb> databases,
        CancellationToken cancellation
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Customers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } row
            ? TypedResults.Ok(CustomerView.Of(row))
            : NoSuchCustomer(id);
    }

    public static ApiProblem NoSuchCustomer(Guid id) => ApiProblem.NotFound($"There is no customer {id}.");
}
