using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Webhooks.Incoming;

/// <summary>
/// <c>GET /api/hooks/{name}/deliveries</c>, <c>GET /api/hooks/deliveries/{id}</c>,
/// <c>POST /api/hooks/deliveries/{id}/replay</c>
/// </summary>
internal static class HookDeliveries
{
    public static void Map(IEndpointRouteBuilder hooks)
    {
        hooks
            .MapGet("/{name}/deliveries", List)
            .Needs(Rights.ReadHooks)
            .WithName("ListHookDeliveries")
            .WithSummary("What was sent to a webhook and what came of it, the newest first")
            .Produces<Page<HookDeliveryShape>>()
            .ProducesProblems(400, 401, 403);
        hooks
            .MapGet("/deliveries/{id:guid}", Read)
            .Needs(Rights.ReadHooks)
            .WithName("ReadHookDelivery")
            .WithSummary("One delivery, with what was sent")
            .Produces<HookDeliveryContent>()
            .ProducesProblems(401, 403, 404);
        hooks
            .MapPost("/deliveries/{id:guid}/replay", Replay)
            .Needs(Rights.ReplayHooks)
            .WithName("ReplayHookDelivery")
            .WithSummary("Have a delivery worked on again; what was done before is not done again")
            .Produces<HookDeliveryShape>(StatusCodes.Status202Accepted)
            .ProducesProblems(401, 403, 404, 409);
    }

    private static ApiProblem NoSuchDelivery(Guid id) => ApiProblem.NotFound($"There is no delivery {id}.");

    private static async Task<IResult> List(
        HttpContext context,
        string name,
        string? state,
        int? limit,
        string? cursor,
        HiddenCases hidden,
        IDbContextFactory<CaseFlowDb> databases
    )
    {
        if (Paging.Read(limit, cursor, out var most, out var after) is { } problem)
        {
            return problem;
        }

        if (state is not null && !HookOutcomes.States.Contains(state, StringComparer.Ordinal))
        {
            return ApiProblem.Malformed($"'state' is one of {string.Join(", ", HookOutcomes.States)}.");
        }

        var last = long.MaxValue;
        if (after is not null && !long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out last))
        {
            return Paging.BadCursor;
        }

        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        var rows = await db
            .InboundDeliveries.AsNoTracking()
            .Where(row => row.Hook == name && row.Number < last && (state == null || row.State == state))
            .OrderByDescending(row => row.Number)
            .Take(most + 1)
            .ToListAsync(context.RequestAborted);
        var page = Paging.PageOf(rows, most, row => row.Number.ToString(CultureInfo.InvariantCulture));
        var seen = await hidden.Visible(
            context.Actor(),
            page.Items.Select(HookDeliveryShape.Of),
            About,
            context.RequestAborted
        );
        return TypedResults.Ok(new Page<HookDeliveryShape>(seen, page.Next));
    }

    private static async Task<IResult> Read(
        HttpContext context,
        Guid id,
        HiddenCases hidden,
        IDbContextFactory<CaseFlowDb> databases
    ) =>
        await Find(context, id, hidden, databases) is { } row
            ? TypedResults.Ok(
                new HookDeliveryContent(
                    HookDeliveryShape.Of(row),
                    row.Method,
                    MaskedValues.Read(row.Query),
                    MaskedValues.Read(row.Headers),
                    row.Body
                )
            )
            : NoSuchDelivery(id);

    private static async Task<IResult> Replay(
        HttpContext context,
        Guid id,
        InboundDeliveries deliveries,
        HookBell bell,
        HiddenCases hidden,
        IDbContextFactory<CaseFlowDb> databases,
        TimeProvider time
    )
    {
        if (await Find(context, id, hidden, databases) is null)
        {
            return NoSuchDelivery(id);
        }

        var replayed = await deliveries.Replay(id, time.GetUtcNow(), context.RequestAborted);
        if (await Find(context, id, hidden, databases) is not { } row)
        {
            return NoSuchDelivery(id);
        }

        if (!replayed)
        {
            return new ApiProblem(
                StatusCodes.Status409Conflict,
                "delivery-waiting",
                "The delivery has not ended yet; it is worked on by itself."
            );
        }

        bell.LookSoon();
        return TypedResults.Accepted((string?)null, HookDeliveryShape.Of(row));
    }

    /// <summary>What a delivery did something with.</summary>
    private static IEnumerable<string?> About(HookDeliveryShape delivery) =>
        delivery.Results.Select(result => result.CaseId?.ToString());

    private static async Task<InboundDeliveryRow?> Find(
        HttpContext context,
        Guid id,
        HiddenCases hidden,
        IDbContextFactory<CaseFlowDb> databases
    )
    {
        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        var row = await db
            .InboundDeliveries.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id, context.RequestAborted);
        return
            row is null
            || (
                await hidden.Visible(context.Actor(), [HookDeliveryShape.Of(row)], About, context.RequestAborted)
            ).IsEmpty
            ? null
            : row;
    }
}
