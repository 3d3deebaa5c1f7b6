using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Customers;

/// <summary><c>POST /api/customers</c> and <c>POST /api/contacts</c></summary>
internal static class CreateCustomer
{
    private const int MaxLength = 200;

    /// <param name="Kind"><c>account</c> or <c>contact</c>.</param>
    /// <param name="Tier">Whatever the processes' rules compare it with, such as <c>gold</c>.</param>
    /// <param name="AccountId">For a contact: the account that it belongs to.</param>
    public sealed record Request(
        string? Kind = null,
        string? Name = null,
        string? Email = null,
        string? Phone = null,
        string? Tier = null,
        Guid? AccountId = null
    );

    /// <param name="kind">The kind that the path stands for; null where the body says it.</param>
    public static void Map(IEndpointRouteBuilder customers, string? kind) =>
        customers
            .MapPost(
                "/",
                (HttpContext context, IDbContextFactory<CaseFlowDb> databases, KeptAnswers kept, TimeProvider time) =>
                    Handle(context, kind, databases, kept, time)
            )
            .Needs(Rights.ChangeCustomers)
            .WithName(kind is null ? "CreateCustomer" : "CreateContact")
            .WithSummary(kind is null ? "Make an account or a contact" : "Make a contact")
            .Accepts<Request>("application/json")
            .Produces<CustomerView>(StatusCodes.Status201Created)
            .ProducesProblems(400, 401, 413, 422);

    private static async Task<IResult> Handle(
        HttpContext context,
        string? kind,
        IDbContextFactory<CaseFlowDb> databases,
        KeptAnswers kept,
        TimeProvider time
    )
    {
        var (request, bytes, problem) = await JsonBody.Read(context, CustomerRequests.Default.Request);
        return problem is not null
            ? problem
            : await kept.Once(
                context,
                bytes,
                db => Create(db, context, request! with { Kind = request.Kind ?? kind }, time)
            );
    }

    private static async Task<CaseReply> Create(CaseFlowDb db, HttpContext context, Request request, TimeProvider time)
    {
        if (Check(request) is [_, ..] errors)
        {
            return CaseReply.Of(ApiProblem.Of(new Refusal.FieldsInvalid(errors)));
        }

        if (await NoSuchAccount(db, request.AccountId, context.RequestAborted) is { } unknown)
        {
            return CaseReply.Of(unknown);
        }

        var at = time.GetUtcNow();
        var row = new CustomerRow
        {
            Id = Guid.CreateVersion7(at),
            Kind = request.Kind!,
            Name = request.Name!.Trim(),
            SearchName = CustomerSearch.NameOf(request.Name),
            Email = request.Email,
            SearchEmail = request.Email is { } email ? CustomerSearch.NameOf(email) : null,
            Phone = request.Phone,
            Tier = request.Tier,
            AccountId = request.AccountId,
            CreatedAt = at,
            CreatedBy = context.Actor().User,
        };
        db.Customers.Add(row);
        var body = JsonSerializer.SerializeToUtf8Bytes(CustomerView.Of(row), CustomerRequests.Default.CustomerView);
        return new CaseReply(StatusCodes.Status201Created, body, null, $"/api/customers/{row.Id}");
    }

    /// <summary>The problem of an account that is none; null where there is it, or none is named.</summary>
    public static async Task<ApiProblem?> NoSuchAccount(CaseFlowDb db, Guid? id, CancellationToken cancellation) =>
        id is not { } account
        || await db.Customers.AnyAsync(row => row.Id == account && row.Kind == "account", cancellation)
            ? null
            : new ApiProblem(
                StatusCodes.Status422UnprocessableEntity,
                "unknown-account",
                $"There is no account {account}. Create it first, or leave 'accountId' out."
            );

    public static ImmutableArray<FieldError> Check(Request request)
    {
        ImmutableArray<FieldError> errors = [];
        if (request.Kind is not ("account" or "contact"))
        {
            errors = errors.Add(new FieldError("kind", "'kind' is account or contact."));
        }

        if (string.IsNullOrWhiteSpace(request.Name))
        {
            errors = errors.Add(new FieldError("name", "A customer needs a name."));
        }

        if (request is { Kind: "account", AccountId: not null })
        {
            errors = errors.Add(new FieldError("accountId", "Only a contact belongs to an account."));
        }

        (string Name, string? Value)[] texts =
        [
            ("name", request.Name),
            ("email", request.Email),
            ("phone", request.Phone),
            ("tier", request.Tier),
        ];
        return
        [
            .. errors,
            .. texts
                .Where(text => text.Value?.Length > MaxLength)
                .Select(text => new FieldError(text.Name, $"'{text.Name}' has more than {MaxLength} characters.")),
        ];
    }
}
