using CaseFlow.Engine.Cases;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Customers;

/// <summary><c>GET /api/customers?q=</c> (type-ahead by the first letters of the name or the e-mail address), <c>GET /api/customers/{id}</c></summary>
internal static class ReadCustomers
{
    private const char Separator = '\n';
    private const string ByName = "name";
    private const string ByAddress = "email";

    public static void Map(IEndpointRouteBuilder customers, string? kind)
    {
        customers
            .MapGet(
                "/",
                (
                    string? q,
                    string? account,
                    string? ids,
                    int? limit,
                    string? cursor,
                    Storage.Customers customers,
                    CancellationToken cancellation
                ) => List(kind, q, account, ids, limit, cursor, customers, cancellation)
            )
            .Needs(Rights.ReadCustomers)
            .WithName(kind is null ? "ListCustomers" : "ListContacts")
            .WithSummary("Find by the first letters of the name or the e-mail address")
            .Produces<Page<CustomerView>>()
            .ProducesProblems(400, 401);
        customers
            .MapGet("/{id:guid}", Read)
            .Needs(Rights.ReadCustomers)
            .WithName(kind is null ? "ReadCustomer" : "ReadContact")
            .WithSummary("Read one")
            .Produces<CustomerView>()
            .ProducesProblems(401, 404);
    }

    /// <param name="ids">Only these, with commas between them: what is called by ids that one has.</param>
    private static async Task<IResult> List(
        string? kind,
        string? q,
        string? account,
        string? ids,
        int? limit,
        string? cursor,
        Storage.Customers customers,
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

        var asked = ids?.Split(',') ?? [];
        var wanted = asked.Select(one => Guid.TryParse(one, out var id) ? id : Guid.Empty).ToList();
        if (wanted.Contains(Guid.Empty) || wanted.Count > Paging.MaxLimit)
        {
            return ApiProblem.Malformed(
                $"'ids' are at most {Paging.MaxLimit} ids of customers, with commas between them."
            );
        }

        var last = after is null ? null : ReadMark(after);
        if (after is not null && last is null)
        {
            return Paging.BadCursor;
        }

        var question = new CustomerQuestion(string.IsNullOrWhiteSpace(q) ? null : q, kind, accountId)
        {
            Ids = ids is null ? null : wanted,
            After = last,
        };
        var page = Paging.PageOf(
            await customers.InOrder(question, most + 1, cancellation),
            most,
            one => WriteMark(one.Mark)
        );
        return TypedResults.Ok(
            new Page<CustomerView>([.. page.Items.Select(one => CustomerView.Of(one.Row))], page.Next)
        );
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

    private static string WriteMark(CustomerMark mark) =>
        string.Join(Separator, mark.IsByAddress ? ByAddress : ByName, mark.Key, mark.Id.ToString());

    private static CustomerMark? ReadMark(string after) =>
        after.Split(Separator) is [ByName or ByAddress, var key, var id] && Guid.TryParse(id, out var last)
            ? new(after.StartsWith(ByAddress, StringComparison.Ordinal), key, last)
            : null;

    public static ApiProblem NoSuchCustomer(Guid id) => ApiProblem.NotFound($"There is no customer {id}.");
}
