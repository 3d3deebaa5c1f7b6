using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Entitlements;
using CaseFlow.Host.People;
using CaseFlow.Host.Processes;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Entitlements;

/// <summary><c>PUT /api/entitlements/{id}</c>: all the terms of a draft anew.</summary>
internal static class EditEntitlement
{
    public static void Map(IEndpointRouteBuilder entitlements) =>
        entitlements
            .MapPut("/{id:guid}", Handle)
            .Needs(Rights.ChangeEntitlements)
            .WithName(nameof(EditEntitlement))
            .WithSummary("Change a draft: all of its terms, the customer aside")
            .Accepts<EntitlementTerms>("application/json")
            .Produces<EntitlementView>()
            .ProducesProblems(400, 401, 403, 404, 409, 412, 413, 422);

    private static async Task<IResult> Handle(HttpContext context, Guid id, EntitlementDoor door, SlasInUse slas)
    {
        var (terms, bytes, problem) = await JsonBody.Read(context, EntitlementRequests.Default.EntitlementTerms);
        return problem is not null
            ? problem
            : await door.Change(
                context,
                id,
                bytes,
                EntitlementChange.Edit,
                async (db, row, at) => slas.Unknown(terms!.Sla) ?? await Edit(db, row, terms, context, at)
            );
    }

    private static async Task<ApiProblem?> Edit(
        CaseFlowDb db,
        EntitlementRow row,
        EntitlementTerms terms,
        HttpContext context,
        DateTimeOffset at
    )
    {
        if (terms.Check() is [_, ..] errors)
        {
            return ApiProblem.Of(new Refusal.FieldsInvalid(errors));
        }

        if (await CreateEntitlement.ContactsOf(db, row.CustomerId, terms, context.RequestAborted) is { } foreign)
        {
            return foreign;
        }

        // What cases hold of it could not be given back in other terms.
        if (
            EntitlementWords.FindAllocation(terms.Allocation) != row.Allocation
            && await db.EntitlementBalances.AnyAsync(
                one => one.EntitlementId == row.Id && one.Used != 0,
                context.RequestAborted
            )
        )
        {
            return new ApiProblem(
                StatusCodes.Status422UnprocessableEntity,
                "entitlement-in-use",
                "Cases have taken from it, so it keeps counting what it counts. Make a new one."
            );
        }

        terms.Write(row);
        await EntitlementDoor.SetTotals(db, row, terms.Totals(), context.Actor().User, at);
        return null;
    }
}
