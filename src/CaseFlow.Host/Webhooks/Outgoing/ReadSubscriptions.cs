using CaseFlow.Engine.Cases;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Webhooks.Outgoing;

/// <summary><c>GET /api/subscriptions</c>, <c>GET /api/subscriptions/{id}</c></summary>
internal static class ReadSubscriptions
{
    public static void Map(IEndpointRouteBuilder subscriptions)
    {
        subscriptions
            .MapGet("/", List)
            .Needs(Rights.ManageSubscriptions)
            .WithName("ListSubscriptions")
            .WithSummary("Who is told of events, and how that goes")
            .Produces<Page<SubscriptionShape>>()
            .ProducesProblems(400, 401, 403);
        subscriptions
            .MapGet("/{id:guid}", Read)
            .Needs(Rights.ManageSubscriptions)
            .WithName("ReadSubscription")
            .WithSummary("Read one")
            .Produces<SubscriptionShape>()
            .ProducesProblems(401, 403, 404);
    }

    private static async Task<IResult> List(
        HttpContext context,
        int? limit,
        string? cursor,
        SubscriptionList list,
        IDbContextFactory<CaseFlowDb> databases
    )
    {
        if (Paging.Read(limit, cursor, out _, out _) is { } no)
        {
            return no;
        }

        Paging.Read(limit, cursor, out var most, out var after);
        var last = Guid.Empty;
        if (after is not null && !Guid.TryParse(after, out last))
        {
            return Paging.BadCursor;
        }

        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        var rows = await db
            .Subscriptions.AsNoTracking()
            .Where(row => after == null || row.Id > last)
            .OrderBy(row => row.Id)
            .Take(most + 1)
            .ToListAsync(context.RequestAborted);
        var shown = await list.Show(db, rows, context.RequestAborted);
        return TypedResults.Ok(Paging.PageOf(shown, most, one => one.Id.ToString()));
    }

    private static async Task<IResult> Read(
        HttpContext context,
        Guid id,
        SubscriptionList list,
        IDbContextFactory<CaseFlowDb> databases
    )
    {
        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        var row = await db
            .Subscriptions.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id, context.RequestAborted);
        return row is null
            ? SubscriptionRules.NoSuchSubscription(id)
            : TypedResults.Ok((await list.Show(db, [row], context.RequestAborted)).Single());
    }
}
