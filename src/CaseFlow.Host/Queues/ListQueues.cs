using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Staffing;
using CaseFlow.Host.People;
using CaseFlow.Host.Processes;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Queues;

/// <summary><c>GET /api/queues</c>: every queue that one may see, with how many cases are in it.</summary>
internal static class ListQueues
{
    /// <param name="Visibility"><c>public</c> or <c>private</c>.</param>
    /// <param name="Assign"><c>manual</c>, <c>round-robin</c> or <c>least-loaded</c>.</param>
    /// <param name="Total">Cases in the queue.</param>
    /// <param name="Waiting">Cases that nobody works on yet.</param>
    /// <param name="Worked">Cases that somebody works on.</param>
    /// <param name="OldestWaiting">Since when the one waits that has waited longest; null where none waits.</param>
    public sealed record QueueView(
        string Key,
        string Title,
        string Process,
        string Visibility,
        string Assign,
        int Total,
        int Waiting,
        int Worked,
        DateTimeOffset? OldestWaiting
    );

    public static void Map(IEndpointRouteBuilder queues) =>
        queues
            .MapGet("/", Handle)
            .Needs(Rights.ReadQueues)
            .WithName(nameof(ListQueues))
            .WithSummary("Every queue, with how many cases wait and are worked on")
            .Produces<Page<QueueView>>()
            .ProducesProblems(401);

    private static async Task<IResult> Handle(
        HttpContext context,
        string? process,
        ProcessCatalog processes,
        QueueAccess access,
        IDbContextFactory<CaseFlowDb> databases
    )
    {
        var cancellation = context.RequestAborted;
        var counts = await Count(databases, cancellation);
        var maySee = await access.For(context.Actor(), cancellation);
        var views =
            from published in processes.All.Values
            from queue in published.Process.Parts.Queues
            where maySee(queue)
            select ViewOf(published.Process.Key, queue, counts.GetValueOrDefault((published.Process.Key, queue.Key)));

        // A queue that the newest version dropped, and in which cases of older ones still are.
        var dropped = counts
            .Where(counted => QueueRights.SeesAll(context.Actor()))
            .Where(counted => processes.Newest(counted.Key.Process)?.FindQueue(counted.Key.Queue) is null)
            .OrderBy(counted => counted.Key.ToString(), StringComparer.Ordinal)
            .Select(counted =>
                ViewOf(counted.Key.Process, new(counted.Key.Queue, new(counted.Key.Queue)), counted.Value)
            );
        var all = views.Concat(dropped).Where(view => process is null || view.Process == process);
        return TypedResults.Ok(new Page<QueueView>([.. all], null));
    }

    private static async Task<Dictionary<(string Process, string Queue), Counts>> Count(
        IDbContextFactory<CaseFlowDb> databases,
        CancellationToken cancellation
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var counted = await db
            .QueueItems.AsNoTracking()
            .GroupBy(row => new { row.Process, row.Queue })
            .Select(group => new
            {
                group.Key,
                Waiting = group.Count(row => row.Worker == null),
                Worked = group.Count(row => row.Worker != null),
                Oldest = group.Min(row => row.Worker == null ? (DateTimeOffset?)row.Since : null),
            })
            .ToListAsync(cancellation);
        return counted.ToDictionary(
            one => (one.Key.Process, one.Key.Queue),
            one => new Counts(one.Waiting, one.Worked, one.Oldest)
        );
    }

    private static QueueView ViewOf(string process, QueueDefinition queue, Counts? counts) =>
        new(
            queue.Key,
            queue.Title.Text,
            process,
            queue.IsPrivate ? "private" : "public",
            StrategyNames.Of(queue.Assign),
            (counts?.Waiting ?? 0) + (counts?.Worked ?? 0),
            counts?.Waiting ?? 0,
            counts?.Worked ?? 0,
            counts?.OldestWaiting
        );

    private sealed record Counts(int Waiting, int Worked, DateTimeOffset? OldestWaiting);
}
