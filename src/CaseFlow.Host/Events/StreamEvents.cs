using System.Net.ServerSentEvents;
using System.Text;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Queues;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;

namespace CaseFlow.Host.Events;

/// <summary><c>GET /api/events/stream</c>: what happens, as server-sent events, from now on or from where one left off.</summary>
internal static class StreamEvents
{
    public const string Heartbeat = "heartbeat";

    private static readonly TimeSpan ComeBackAfter = TimeSpan.FromSeconds(2);

    public static void Map(IEndpointRouteBuilder events) =>
        events
            .MapGet("/stream", Handle)
            .Needs(Rights.FollowEvents)
            .WithName(nameof(StreamEvents))
            .WithSummary(
                "Follow what happens: an event of each event's type, its data a CloudEvent; Last-Event-ID resumes"
            )
            .Produces<string>(contentType: "text/event-stream")
            .ProducesProblems(400, 401, 403, 404, 410);

    /// <param name="types">Types of events with commas; <c>clock-*</c> for all that begin so. All where it is left out.</param>
    /// <param name="case">Only this case, by id or ticket number.</param>
    /// <param name="queue">Only cases that are in this queue, or leave it.</param>
    /// <param name="process">Only cases of this process.</param>
    private static async Task<IResult> Handle(
        HttpContext context,
        string? types,
        string? @case,
        string? queue,
        string? process,
        CaseDoor door,
        QueueAccess access,
        EventFollower follower,
        HiddenCases hidden,
        OutboxReader outbox
    )
    {
        var (wanted, unknown) = types is null ? (EventTypes.All, null) : EventTypes.Read(types.Split(','));
        if (unknown is not null)
        {
            return ApiProblem.Malformed(unknown);
        }

        CaseId? about = null;
        if (@case is not null && (about = await door.Find(context, @case)) is null)
        {
            return CaseDoor.NoSuchCase(@case);
        }

        if (queue is not null)
        {
            var (of, _, problem) = await access.Find(context, queue, process);
            if (problem is not null)
            {
                return problem;
            }

            process = of!.Key;
        }

        var (from, gone) = await Where(context, outbox);
        var filter = new EventFilter(wanted!, about, queue, process);
        return gone
            ?? (IResult)
                TypedResults.ServerSentEvents(
                    Show(
                        follower.Follow(filter, from, context.Actor(), context.Abort, context.RequestAborted),
                        told => hidden.Without(context.Actor(), told, context.RequestAborted)
                    )
                );
    }

    /// <summary>Where to go on, or why that is not possible any more.</summary>
    private static async Task<(EventCursor From, ApiProblem? Problem)> Where(HttpContext context, OutboxReader outbox)
    {
        var last = await outbox.Last(context.RequestAborted);
        var asked = context.Request.Headers["Last-Event-ID"].ToString();
        if (asked.Length == 0)
        {
            return (EventCursor.After(last), null);
        }

        if (EventCursor.Read(asked) is not { } cursor)
        {
            return (default, ApiProblem.Malformed("Last-Event-ID takes the id of an event as the stream gave it."));
        }

        return cursor.ReadAfter < await outbox.Trimmed(context.RequestAborted) || cursor.ReadAfter > last
            ? (default, Gone)
            : (cursor, null);
    }

    private static async IAsyncEnumerable<SseItem<string>> Show(
        IAsyncEnumerable<StreamItem> items,
        Func<byte[], ValueTask<byte[]>> seen
    )
    {
        await foreach (var item in items)
        {
            yield return item.Told is { } told
                ? new(Encoding.UTF8.GetString(await seen(told.Body.Value)), told.Type)
                {
                    EventId = item.Cursor.ToString(),
                }
                : new("{}", Heartbeat) { EventId = item.Cursor.ToString(), ReconnectionInterval = ComeBackAfter };
        }
    }

    private static ApiProblem Gone =>
        new(
            StatusCodes.Status410Gone,
            "stream-position-gone",
            "What happened after this Last-Event-ID is not kept any more, or it is of another store. Read the cases anew "
                + "(GET /api/cases), then follow without Last-Event-ID."
        );
}
