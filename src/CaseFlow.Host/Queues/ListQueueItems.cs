using System.Globalization;
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
            context.RequestAborted
        );
        return TypedResults.Ok(await PageOf(db, items, most, context.RequestAborted));
    }

    private static async Task<Page<QueueItemView>> PageOf(
        CaseFlowDb db,
        List<(QueueItemRow Item, int Rank)> items,
        int most,
        CancellationToken cancellation
    )
    {
        var ids = items.Select(one => one.Item.CaseId).ToList();
        var cases = await db
            .Cases.AsNoTracking()
            .Where(row => ids.Contains(row.Id))
            .Select(row => new
            {
                row.Id,
                row.Ticket,
                row.Title,
                row.Status,
                row.CustomerId,
            })
            .ToDictionaryAsync(row => row.Id, cancellation);
        var page = Paging.PageOf(items, most, one => WriteMark(one.Rank, one.Item));
        var views =
            from one in page.Items
            let shown = cases[one.Item.CaseId]
            select new QueueItemView(
                shown.Id,
                shown.Ticket,
                shown.Title,
                one.Item.Priority,
                shown.Status,
                shown.CustomerId,
                one.Item.Worker,
                one.Item.Since
            );
        return new([.. views], page.Next);
    }

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

    private static string WriteMark(int rank, QueueItemRow item) =>
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
