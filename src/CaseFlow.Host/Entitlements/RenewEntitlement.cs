using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Entitlements;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Entitlements;

/// <summary><c>POST /api/entitlements/{id}/renew</c>: a draft like it that starts today. The old one stays as it is.</summary>
internal static class RenewEntitlement
{
    public static void Map(IEndpointRouteBuilder entitlements) =>
        entitlements
            .MapPost("/{id:guid}/renew", Handle)
            .Needs(Rights.ChangeEntitlements)
            .WithName(nameof(RenewEntitlement))
            .WithSummary("Make a draft like it, starting today and as long")
            .Produces<EntitlementView>(StatusCodes.Status201Created)
            .ProducesProblems(400, 401, 403, 404, 409, 422);

    private static async Task<IResult> Handle(HttpContext context, Guid id, EntitlementDoor door)
    {
        var (bytes, malformed) = await JsonBody.Read(context);
        return malformed is { } refused
            ? refused
            : await door.Save(context, bytes, (db, at) => Renew(db, context, id, at), StatusCodes.Status201Created);
    }

    private static async Task<(EntitlementRow? Row, ApiProblem? Problem)> Renew(
        CaseFlowDb db,
        HttpContext context,
        Guid id,
        DateTimeOffset at
    )
    {
        if (
            await db.Entitlements.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, context.RequestAborted)
            is not { } old
        )
        {
            return (null, EntitlementDoor.NoSuchEntitlement(id));
        }

        var status = EntitlementLife.StatusAt(old.State, old.Starts, old.Ends, old.TimeZone, at);
        if (EntitlementLife.Check(EntitlementChange.Renew, status) is { } no)
        {
            return (
                null,
                new ApiProblem(StatusCodes.Status422UnprocessableEntity, "entitlement-status", no.Explain())
                {
                    Allowed = [.. no.Possible.Select(EntitlementWords.Of)],
                }
            );
        }

        var (starts, ends) = EntitlementLife.Renewed(old.Starts, old.Ends, old.TimeZone, at);
        var by = context.Actor().User;
        var renewed = old with
        {
            Id = Guid.CreateVersion7(at),
            Starts = starts,
            Ends = ends,
            State = EntitlementState.Draft,
            Renews = old.Id,
            Version = 1,
            CreatedAt = at,
            CreatedBy = by,
            ModifiedAt = at,
            ModifiedBy = by,
        };
        var totals = await db
            .EntitlementBalances.AsNoTracking()
            .Where(row => row.EntitlementId == id && row.IsListed)
            .ToDictionaryAsync(row => row.Channel, row => row.Total, StringComparer.Ordinal, context.RequestAborted);
        db.Entitlements.Add(renewed);
        await EntitlementDoor.SetTotals(db, renewed, totals, by, at);
        return (renewed, null);
    }
}
