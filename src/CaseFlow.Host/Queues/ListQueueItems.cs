using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;

namespace CaseFlow.Host.Queues;

/// <summary><c>GET /api/queues/{key}/items</c>: what is in a queue, in the order in which it is given away.</summary>
internal static class ListQueueItems
{
    /// <param name="Since">Since when it is in the queue.</param>
    public sealed record QueueItemView(
        Guid CaseId,
        string Ticket,
        string Title,
        string? Priority,
        string Status,
        Guid CustomerId,
        string? Worker,
        DateTimeOffset Since
    )
    {
        public static QueueItemView Of(QueuedCase one) =>
            new(one.CaseId, one.Ticket, one.Title, one.Priority, one.Status, one.CustomerId, one.Worker, one.Since);
    }

    public static void Map(IEndpointRouteBuilder queues) =>
        queues
            .MapGet("/{key}/items", Handle)
            .Needs(Rights.ReadQueues)
            .WithName(nameof(ListQueueItems))
            .WithSummary("What is in a queue, in the order in which it is given away")
            .Produces<Page<QueueItemView>>()
            .ProducesProblems(400, 401, 404);

    /// <param name="process">Which process is meant, where several have a queue of this key.</param>
    /// <param name="view"><c>all</c> (the default), <c>available</c> or <c>working</c>.</param>
    /// <param name="mine">Only what I work on.</param>
    private static async Task<IResult> Handle(
        HttpContext context,
        string key,
        string? process,
        string? view,
        bool? mine,
        int? limit,
        string? cursor,
        QueueAccess access,
        QueueItems items
    )
    {
        if (Paging.Read(limit, cursor, out var most, out var after) is { } problem)
        {
            return problem;
        }

        if (view is not (null or "all" or "available" or "working"))
        {
            return ApiProblem.Malformed("'view' is all, available or working.");
        }

        var mark = ReadMark(after);
        if (after is not null && mark is null)
        {
            return Paging.BadCursor;
        }

        var (found, queue, unknown) = await access.Find(context, key, process);
        if (found is null || queue is null)
        {
            return unknown!;
        }

        var asked = new QueueQuestion(found.Key, queue.Key, OfferOrder.Of(found).Ranks)
        {
            IsWorked = view switch
            {
                "available" => false,
                "working" => true,
                _ => null,
            },
            Worker = mine is true ? context.Actor().User : null,
            After = mark,
        };
        var page = Paging.PageOf(await items.InOrder(asked, most + 1, context.RequestAborted), most, WriteMark);
        return TypedResults.Ok(new Page<QueueItemView>([.. page.Items.Select(QueueItemView.Of)], page.Next));
    }

    private static string WriteMark(QueuedCase last) =>
        string.Create(CultureInfo.InvariantCulture, $"{last.Rank} {last.Since.UtcTicks} {last.CaseId}");

    private static QueueMark? ReadMark(string? after) =>
        after?.Split(' ') is [var rank, var since, var id]
        && int.TryParse(rank, NumberStyles.None, CultureInfo.InvariantCulture, out var ofRank)
        && long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
        && ticks <= DateTimeOffset.MaxValue.UtcTicks
        && Guid.TryParse(id, out var last)
            ? new QueueMark(ofRank, new DateTimeOffset(ticks, TimeSpan.Zero), last)
            : null;
}
