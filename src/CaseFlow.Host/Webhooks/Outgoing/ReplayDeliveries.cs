using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Webhooks.Outgoing;

/// <summary><c>POST /api/deliveries/{id}/replay</c>, <c>POST /api/deliveries/replay</c></summary>
internal static class ReplayDeliveries
{
    private const int Most = 10_000;
    private const int AtATime = 500;

    /// <summary>By <paramref name="Ids"/> or by <paramref name="Filter"/>, one of the two.</summary>
    /// <param name="Filter">Dead letters, where it names no status.</param>
    public sealed record Request(ImmutableArray<long>? Ids = null, DeliveryFilter? Filter = null);

    /// <param name="Replayed">How many are sent again; those that wait anyway are not counted.</param>
    public sealed record Answer(int Replayed);

    public static void Map(IEndpointRouteBuilder deliveries)
    {
        deliveries
            .MapPost("/{id:long}/replay", One)
            .Needs(Rights.ManageSubscriptions)
            .WithName("ReplayDelivery")
            .WithSummary("Send a delivery again, marked as a replay")
            .Produces<DeliveryShape>(StatusCodes.Status202Accepted)
            .ProducesProblems(400, 401, 403, 404, 409, 422);
        deliveries
            .MapPost("/replay", Many)
            .Needs(Rights.ManageSubscriptions)
            .WithName(nameof(ReplayDeliveries))
            .WithSummary("Send many again, by their ids or by a filter; dead letters where it names no status")
            .Accepts<Request>("application/json")
            .Produces<Answer>(StatusCodes.Status202Accepted)
            .ProducesProblems(400, 401, 403, 413, 422);
    }

    private static async Task<IResult> One(
        HttpContext context,
        long id,
        DeliveryQueue queue,
        DeliveryBell bell,
        KeptAnswers answers,
        TimeProvider time
    )
    {
        var reply = await answers.Once(
            context,
            [],
            async db =>
            {
                var again = await queue.Replay([id], time.GetUtcNow(), context.RequestAborted);
                var row = await db
                    .Deliveries.AsNoTracking()
                    .SingleOrDefaultAsync(one => one.Id == id, context.RequestAborted);
                return row is null ? CaseReply.Of(ReadDeliveries.NoSuchDelivery(id))
                    : again is [_] ? Accepted(DeliveryShape.Of(row), SubscriptionRequests.Default.DeliveryShape)
                    : CaseReply.Of(row.Status == DeliveryStatus.Waiting ? StillWaiting : SubscriptionGone);
            }
        );
        bell.Ring();
        return reply;
    }

    private static async Task<IResult> Many(
        HttpContext context,
        DeliveryQueue queue,
        DeliveryBell bell,
        KeptAnswers answers,
        TimeProvider time
    )
    {
        var (asked, bytes, malformed) = await JsonBody.Read(context, SubscriptionRequests.Default.ReplayDeliveries);
        if ((malformed ?? Check(asked!)) is { } no)
        {
            return no;
        }

        var reply = await answers.Once(
            context,
            bytes,
            async db =>
            {
                var ids = asked!.Ids?.ToList() ?? await Find(db, asked.Filter!, context.RequestAborted);
                if (ids.Count > Most)
                {
                    return CaseReply.Of(TooMany);
                }

                var replayed = 0;
                foreach (var some in ids.Order().Chunk(AtATime))
                {
                    replayed += (await queue.Replay(some, time.GetUtcNow(), context.RequestAborted)).Length;
                }

                return Accepted(new Answer(replayed), SubscriptionRequests.Default.ReplayAnswer);
            }
        );
        bell.Ring();
        return reply;
    }

    private static Task<List<long>> Find(CaseFlowDb db, DeliveryFilter filter, CancellationToken cancellation) =>
        (filter with { Status = filter.Status ?? DeliveryStatus.Dead })
            .Apply(db.Deliveries)
            .OrderBy(row => row.Id)
            .Select(row => row.Id)
            .Take(Most + 1)
            .ToListAsync(cancellation);

    private static CaseReply Accepted<T>(T answer, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        new(StatusCodes.Status202Accepted, JsonSerializer.SerializeToUtf8Bytes(answer, type), null, null);

    private static ApiProblem? Check(Request asked) =>
        (asked.Ids, asked.Filter) is not ({ IsDefault: false }, null) and not (null, not null)
            ? ApiProblem.Malformed("Say which deliveries: either 'ids' or a 'filter'.")
            : asked.Filter?.Check();

    private static ApiProblem StillWaiting =>
        new(
            StatusCodes.Status409Conflict,
            "delivery-waiting",
            "It has not been given up: it waits to be sent. 'nextTryAt' says when it is tried next."
        );

    private static ApiProblem SubscriptionGone =>
        new(
            StatusCodes.Status422UnprocessableEntity,
            "subscription-gone",
            "The subscription was removed, so there is nobody to send it to."
        );

    private static ApiProblem TooMany =>
        new(
            StatusCodes.Status422UnprocessableEntity,
            "too-many-deliveries",
            $"These are more than {Most} deliveries. Narrow the filter, and replay them in several parts."
        );
}
