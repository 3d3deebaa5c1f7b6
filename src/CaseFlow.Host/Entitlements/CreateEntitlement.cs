using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Entitlements;
using CaseFlow.Host.People;
using CaseFlow.Host.Processes;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Entitlements;

/// <summary><c>POST /api/entitlements</c>: a draft, from a template or from nothing.</summary>
internal static class CreateEntitlement
{
    public sealed record Request : EntitlementTerms
    {
        /// <summary>The account or contact whose contract it is.</summary>
        public Guid? CustomerId { get; init; }

        /// <summary>What is left out is taken from this template.</summary>
        public Guid? TemplateId { get; init; }
    }

    public static void Map(IEndpointRouteBuilder entitlements) =>
        entitlements
            .MapPost("/", Handle)
            .Needs(Rights.ChangeEntitlements)
            .WithName(nameof(CreateEntitlement))
            .WithSummary("Make a draft")
            .Accepts<Request>("application/json")
            .Produces<EntitlementView>(StatusCodes.Status201Created)
            .ProducesProblems(400, 401, 403, 413, 422);

    private static async Task<IResult> Handle(HttpContext context, EntitlementDoor door, SlasInUse slas)
    {
        var (request, bytes, problem) = await JsonBody.Read(context, EntitlementRequests.Default.CreateEntitlement);
        return problem is { } refused
            ? refused
            : await door.Save(
                context,
                bytes,
                (db, at) => Create(db, context, request!, slas, at),
                StatusCodes.Status201Created
            );
    }

    private static async Task<(EntitlementRow? Row, ApiProblem? Problem)> Create(
        CaseFlowDb db,
        HttpContext context,
        Request request,
        SlasInUse slas,
        DateTimeOffset at
    )
    {
        EntitlementTerms terms = request;
        if (request.TemplateId is { } id)
        {
            if (await db.EntitlementTemplates.FindAsync([id], context.RequestAborted) is not { } template)
            {
                return (null, Needs.Field("templateId", $"There is no template {id}."));
            }

            terms = request.Over(
                JsonSerializer.Deserialize(template.Terms, EntitlementRequests.Default.EntitlementTerms)!
            );
        }

        ImmutableArray<FieldError> errors =
        [
            .. request.CustomerId is null
                ? [new FieldError("customerId", "An entitlement needs a customer.")]
                : Array.Empty<FieldError>(),
            .. terms.Check(),
        ];
        if (!errors.IsEmpty)
        {
            return (null, ApiProblem.Of(new Refusal.FieldsInvalid(errors)));
        }

        if (slas.Unknown(terms.Sla) is { } unknown)
        {
            return (null, unknown);
        }

        var customer = request.CustomerId!.Value;
        if (!await db.Customers.AnyAsync(row => row.Id == customer, context.RequestAborted))
        {
            return (null, ApiProblem.Of(new Refusal.UnknownCustomer(customer)));
        }

        if (await ContactsOf(db, customer, terms, context.RequestAborted) is { } foreign)
        {
            return (null, foreign);
        }

        var made = Row(customer, context.Actor().User, at);
        terms.Write(made);
        db.Entitlements.Add(made);
        await EntitlementDoor.SetTotals(db, made, terms.Totals(), made.CreatedBy, at);
        return (made, null);
    }

    /// <summary>The problem of contacts that do not belong to the customer.</summary>
    public static async Task<ApiProblem?> ContactsOf(
        CaseFlowDb db,
        Guid customer,
        EntitlementTerms terms,
        CancellationToken cancellation
    )
    {
        var asked = (terms.Contacts ?? []).Distinct().ToList();
        var own = await db
            .Customers.Where(row =>
                asked.Contains(row.Id) && row.Kind == "contact" && (row.AccountId == customer || row.Id == customer)
            )
            .Select(row => row.Id)
            .ToListAsync(cancellation);
        return asked.Except(own).ToList() is [_, ..] foreign
            ? Needs.Field("contacts", $"These are no contacts of the customer: {string.Join(", ", foreign)}.")
            : null;
    }

    private static EntitlementRow Row(Guid customer, string by, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            CustomerId = customer,
            Name = "",
            Starts = default,
            Ends = default,
            TimeZone = "",
            Allocation = default,
            DecreaseOn = default,
            IsRestricted = true,
            AllowsOtherChannels = true,
            Products = [],
            Contacts = [],
            IsDefault = false,
            State = EntitlementState.Draft,
            Version = 1,
            CreatedAt = at,
            CreatedBy = by,
            ModifiedAt = at,
            ModifiedBy = by,
        };
}
