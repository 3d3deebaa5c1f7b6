using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.Cases;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;

namespace CaseFlow.Host.Queues;

/// <summary><c>POST /api/queues/{key}/next</c>: take the case that comes first, and learn why it does.</summary>
internal static class TakeNext
{
    public const int Tried = 50;

    /// <param name="Case">Null where nothing waits.</param>
    /// <param name="Why">Why it is this one.</param>
    public sealed record TakenView(CaseShape? Case, string Why);

    public static void Map(IEndpointRouteBuilder queues) =>
        queues
            .MapPost("/{key}/next", Handle)
            .Needs(Rights.To("pick"))
            .WithName(nameof(TakeNext))
            .WithSummary("Take the case that comes first, and say why it does")
            .Accepts<NoBody>(isOptional: true, "application/json")
            .Produces<TakenView>()
            .ProducesProblems(400, 401, 403, 404, 409, 413, 422);

    private static async Task<IResult> Handle(
        HttpContext context,
        string key,
        string? process,
        QueueAccess access,
        QueueItems items,
        FirstTaker taker
    )
    {
        var (_, bytes, malformed) = await JsonBody.Read(context, CaseRequests.Default.NoBody);
        var unreadable = CaseDoor.ReadKey(context, bytes, out var repeat);
        if ((malformed ?? unreadable) is { } problem)
        {
            return problem;
        }

        var (found, queue, unknown) = await access.Find(context, key, process);
        if (found is null || queue is null)
        {
            return unknown!;
        }

        var reply = await taker.Take(context, repeat, () => Waiting(items, found, queue, context.RequestAborted));
        if (reply is not null)
        {
            return reply.Status == StatusCodes.Status200OK
                ? Answer(reply.Body, TakenCase.Read(reply.Body).Why())
                : reply;
        }

        return Answer(null, $"Nothing waits in {queue.Title.Text}.");
    }

    private static async Task<IEnumerable<(string Queue, Guid Case)>> Waiting(
        QueueItems items,
        CaseProcess process,
        QueueDefinition queue,
        CancellationToken cancellation
    )
    {
        var waiting = await items.InOrder(OfferOrder.Waiting(process, queue), Tried, cancellation);
        return waiting.Select(one => (queue.Key, one.CaseId));
    }

    private static JsonAnswer Answer(byte[]? taken, string why) =>
        new JsonAnswer(
            JsonBytes.Write(
                (taken, why),
                static (json, answer) =>
                {
                    json.WriteStartObject();
                    json.WritePropertyName("case");
                    json.WriteRawValue(answer.taken ?? "null"u8.ToArray());
                    json.WriteString("why", answer.why);
                    json.WriteEndObject();
                }
            )
        );
}
