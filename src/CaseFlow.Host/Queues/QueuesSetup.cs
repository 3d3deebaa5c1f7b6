using CaseFlow.Host.Processes;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Queues;

/// <summary><c>GET /api/queues</c>: every queue of every process, with how many cases wait and are worked on.</summary>
internal static class QueuesSetup
{
    /// <param name="Waiting">Cases that nobody works on yet.</param>
    /// <param name="Worked">Cases that somebody has picked.</param>
    public sealed record QueueView(string Key, string Title, string Process, int Waiting, int Worked);

    public static void MapQueues(this IEndpointRouteBuilder api) =>
        api.MapGet("/queues", Handle)
            .WithName("ListQueues")
            .WithSummary("Every queue, with how many cases wait and are worked on")
            .WithTags("Queues")
            .Produces<Page<QueueView>>()
            .ProducesProblems(401);

    private static async Task<IResult> Handle(
        ProcessCatalog processes,
        IDbContextFactory<CaseFlowDb> databases,
        CancellationToken cancellation
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var counts = await db
            .Cases.AsNoTracking()
            .Where(row => row.Queue != null)
            .GroupBy(row => new { row.Process, row.Queue })
            .Select(group => new
            {
                group.Key.Process,
                group.Key.Queue,
                Waiting = group.Count(row => row.Worker == null),
                Worked = group.Count(row => row.Worker != null),
            })
            .ToDictionaryAsync(one => (one.Process, one.Queue!), cancellation);
        var views =
            from published in processes.All.Values
            from queue in published.Process.Parts.Queues
            let count = counts.GetValueOrDefault((published.Process.Key, queue.Key))
            select new QueueView(
                queue.Key,
                queue.Title.Text,
                published.Process.Key,
                count?.Waiting ?? 0,
                count?.Worked ?? 0
            );
        return TypedResults.Ok(new Page<QueueView>([.. views], null));
    }
}
