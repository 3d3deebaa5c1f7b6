using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Bulk;

/// <summary><c>GET /api/bulk/{id}/stream</c>: how far the job is, as server-sent events, until it has ended.</summary>
internal static class StreamBulk
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    public static void Map(IEndpointRouteBuilder bulk) =>
        bulk.MapGet("/{id:guid}/stream", Handle)
            .Needs(Rights.RunBulk)
            .WithName(nameof(StreamBulk))
            .WithSummary("Follow a bulk job: an event 'progress' at every change, 'ended' at the end")
            .Produces<BulkShape>(contentType: "text/event-stream")
            .ProducesProblems(401, 404);

    private static async Task<IResult> Handle(HttpContext context, Guid id, IDbContextFactory<CaseFlowDb> databases)
    {
        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        return await BulkJobs.Find(db, id, context.Actor(), context.RequestAborted) is null
            ? ReadBulk.NoSuchJob(id)
            : TypedResults.ServerSentEvents(Follow(id, databases, context.RequestAborted));
    }

    // Looked for in the store, since another node may be the one that works on it.
    private static async IAsyncEnumerable<SseItem<BulkShape>> Follow(
        Guid id,
        IDbContextFactory<CaseFlowDb> databases,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        BulkShape? last = null;
        while (last is not { IsEnded: true })
        {
            await using (var db = await databases.CreateDbContextAsync(cancellation))
            {
                var job = await db.BulkJobs.AsNoTracking().SingleAsync(row => row.Id == id, cancellation);
                var now = await BulkJobs.Show(db, job, cancellation);
                if (now != last)
                {
                    yield return new(now, now.IsEnded ? "ended" : "progress");
                }

                last = now;
            }

            if (!last.IsEnded)
            {
                await Task.Delay(BetweenLooks, cancellation);
            }
        }
    }
}
