using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Webhooks.Outgoing;

/// <summary><c>GET /api/deliveries</c>, <c>GET /api/deliveries/{id}</c></summary>
internal static class ReadDeliveries
{
    public static void Map(IEndpointRouteBuilder deliveries)
    {
        deliveries
            .MapGet("/", List)
            .Needs(Rights.ManageSubscriptions)
            .WithName("ListDeliveries")
            .WithSummary("What was sent, what waits and what could not be delivered; the newest first")
            .Produces<Page<DeliveryShape>>()
            .ProducesProblems(400, 401, 403, 404);
        deliveries
            .MapGet("/{id:long}", Read)
            .Needs(Rights.ManageSubscriptions)
            .WithName("ReadDelivery")
            .WithSummary("Read one")
            .Produces<DeliveryShape>()
            .ProducesProblems(401, 403, 404);
    }

    public static ApiProblem NoSuchDelivery(long id) => ApiProblem.NotFound($"There is no delivery {id}.");

    /// <param name="status"><c>waiting</c>, <c>delivered</c> or <c>dead</c>.</param>
    /// <param name="case">A case, by id or ticket number.</param>
    private static async Task<IResult> List(
        HttpContext context,
        Guid? subscription,
        string? status,
        string? @case,
        int? limit,
        string? cursor,
        CaseDoor door,
        IDbContextFactory<CaseFlowDb> databases
    )
    {
        var bad = Paging.Read(limit, cursor, out var most, out var after);
        if (bad is { } no)
        {
            return no;
        }

        var last = long.MaxValue;
        if (after is not null && !long.TryParse(after, CultureInfo.InvariantCulture, out last))
        {
            return Paging.BadCursor;
        }

        var about = @case is null ? null : await door.Find(context, @case);
        if (@case is not null && about is null)
        {
            return CaseDoor.NoSuchCase(@case);
        }

        var filter = new DeliveryFilter(subscription, status, about?.Value);
        if (filter.Check() is { } wrong)
        {
            return wrong;
        }

        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        var rows = await filter
            .Apply(db.Deliveries.AsNoTracking())
            .Where(row => row.Id < last)
            .OrderByDescending(row => row.Id)
            .Take(most + 1)
            .ToListAsync(context.RequestAborted);
        return TypedResults.Ok(
            Paging.PageOf(
                [.. rows.Select(DeliveryShape.Of)],
                most,
                (DeliveryShape one) => one.Id.ToString(CultureInfo.InvariantCulture)
            )
        );
    }

    private static async Task<IResult> Read(HttpContext context, long id, IDbContextFactory<CaseFlowDb> databases)
    {
        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        var row = await db.Deliveries.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, context.RequestAborted);
        return row is null ? NoSuchDelivery(id) : TypedResults.Ok(DeliveryShape.Of(row));
    }
}
