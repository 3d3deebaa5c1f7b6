using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Customers;

/// <summary><c>PATCH /api/customers/{id}</c>: a JSON merge patch (RFC 7396); null empties.</summary>
internal static class EditCustomer
{
    private static readonly ImmutableArray<string> known = ["name", "email", "phone", "tier", "accountId"];

    public static void Map(IEndpointRouteBuilder customers, string? kind) =>
        customers
            .MapPatch("/{id:guid}", Handle)
            .Needs(Rights.ChangeCustomers)
            .WithName(kind is null ? nameof(EditCustomer) : "EditContact")
            .WithSummary("Change the name, the e-mail address, the phone number, the tier or the account")
            .Accepts<ImmutableSortedDictionary<string, JsonElement>>("application/json", "application/merge-patch+json")
            .Produces<CustomerView>()
            .ProducesProblems(400, 401, 404, 413, 422);

    private static async Task<IResult> Handle(
        HttpContext context,
        Guid id,
        IDbContextFactory<CaseFlowDb> databases,
        CaseFactsReader facts
    )
    {
        var (patch, _, malformed) = await JsonBody.Read(
            context,
            CaseRequests.Default.ImmutableSortedDictionaryStringJsonElement
        );
        if (malformed is not null)
        {
            return malformed;
        }

        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        if (await db.Customers.FindAsync([id], context.RequestAborted) is not { } row)
        {
            return ReadCustomers.NoSuchCustomer(id);
        }

        if (Apply(row, patch!) is [_, ..] errors)
        {
            return ApiProblem.Of(new Refusal.FieldsInvalid(errors));
        }

        if (await CreateCustomer.NoSuchAccount(db, row.AccountId, context.RequestAborted) is { } unknown)
        {
            return unknown;
        }

        await db.SaveChangesAsync(context.RequestAborted);
        facts.Forget(id);
        return TypedResults.Ok(CustomerView.Of(row));
    }

    private static ImmutableArray<FieldError> Apply(
        CustomerRow row,
        ImmutableSortedDictionary<string, JsonElement> patch
    )
    {
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        foreach (var (key, value) in patch)
        {
            if (!known.Contains(key, StringComparer.Ordinal))
            {
                errors.Add(
                    new(key, $"A customer has no '{key}' that can be changed; these can: {string.Join(", ", known)}.")
                );
            }
            else if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
            {
                errors.Add(new(key, $"'{key}' takes a text or null."));
            }
            else
            {
                Apply(row, key, value.GetString(), errors);
            }
        }

        errors.AddRange(CreateCustomer.Check(new(row.Kind, row.Name, row.Email, row.Phone, row.Tier, row.AccountId)));
        return errors.DrainToImmutable();
    }

    private static void Apply(CustomerRow row, string key, string? text, ImmutableArray<FieldError>.Builder errors)
    {
        switch (key)
        {
            case "name":
                row.Name = text?.Trim() ?? "";
                row.SearchName = CustomerSearch.NameOf(row.Name);
                break;
            case "email":
                row.Email = text;
                row.SearchEmail = text is null ? null : CustomerSearch.NameOf(text);
                break;
            case "phone":
                row.Phone = text;
                break;
            case "tier":
                row.Tier = text;
                break;
            case "accountId" when text is null || Guid.TryParse(text, out _):
                row.AccountId = Guid.TryParse(text, out var account) ? account : null;
                break;
            default:
                errors.Add(new(key, $"'{key}' takes the id of an account."));
                break;
        }
    }
}
