using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

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
    );

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
        IDbContextFactory<CaseFlowDb> databases
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

        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        var rows = db.QueueItems.AsNoTracking().Where(row => row.Process == found.Key && row.Queue == queue.Key);
        var items = await QueueItems.InOrder(
            Filter(rows, view, mine is true ? context.Actor().User : null),
            found,
            mark,
            most + 1,
            waiting => Shown(db, waiting),
            context.RequestAborted
        );
        var page = Paging.PageOf(items, most, one => WriteMark(one.Rank, one.Item));
        return TypedResults.Ok(new Page<QueueItemView>([.. page.Items.Select(one => one.Item)], page.Next));
    }

    private static IQueryable<QueueItemView> Shown(CaseFlowDb db, IQueryable<QueueItemRow> items) =>
        items
            .Join(db.Cases, item => item.CaseId, shown => shown.Id, (item, shown) => new { item, shown })
            .OrderBy(pair => pair.item.Since)
            .ThenBy(pair => pair.item.CaseId)
            .Select(pair => new QueueItemView(
                pair.item.CaseId,
                pair.shown.Ticket,
                pair.shown.Title,
                pair.item.Priority,
                pair.shown.Status,
                pair.shown.CustomerId,
                pair.item.Worker,
                pair.item.Since
            ));

    private static IQueryable<QueueItemRow> Filter(IQueryable<QueueItemRow> rows, string? view, string? worker)
    {
        rows = view switch
        {
            "available" => rows.Where(row => row.Worker == null),
            "working" => rows.Where(row => row.Worker != null),
            _ => rows,
        };
        return worker is null ? rows : rows.Where(row => row.Worker == worker);
    }

    private static string WriteMark(int rank, QueueItemView item) =>
        string.Create(CultureInfo.InvariantCulture, $"{rank} {item.Since.UtcTicks} {item.CaseId}");

    private static QueueItems.Mark? ReadMark(string? after) =>
        after?.Split(' ') is [var rank, var since, var id]
        && int.TryParse(rank, NumberStyles.None, CultureInfo.InvariantCulture, out var ofRank)
        && long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
        && ticks <= DateTimeOffset.MaxValue.UtcTicks
        && Guid.TryParse(id, out var last)
            ? new QueueItems.Mark(ofRank, new DateTimeOffset(ticks, TimeSpan.Zero), last)
            : null;
}
