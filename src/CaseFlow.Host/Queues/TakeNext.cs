using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Queues;

/// <summary><c>POST /api/queues/{key}/next</c>: take the case that comes first, and learn why it does.</summary>
internal static class TakeNext
{
    private const int Tried = 50;

    /// <param name="Case">Null where nothing waits.</param>
    /// <param name="Why">Why it is this one.</param>
    public sealed record TakenView(CaseShape? Case, string Why);

    public static void Map(IEndpointRouteBuilder queues) =>
        queues
            .MapPost("/{key}/next", Handle)
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
        IDbContextFactory<CaseFlowDb> databases,
        IGrainFactory grains,
        CaseJournal journal,
        TimeProvider time
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

        // The key belongs to the case that was taken with it, whichever is first now.
        if (repeat is not null && await journal.FindAnswer(repeat.User, repeat.Key, context.RequestAborted) is { } kept)
        {
            return AnswerOf(CaseReply.Repeat(kept, repeat));
        }

        foreach (var id in await Waiting(databases, found, queue, context.RequestAborted))
        {
            var pick = new CaseCommand.Pick { By = context.Actor(), At = time.GetUtcNow() };
            var request = new CaseRequest(pick, null, null, repeat);
            if ((await grains.GetGrain<ICaseGrain>(id).TakeFrom(queue.Key, new(request))).Value is { } reply)
            {
                return AnswerOf(reply);
            }
        }

        return Answer(null, $"Nothing waits in {queue.Title.Text}.");
    }

    private static async Task<List<Guid>> Waiting(
        IDbContextFactory<CaseFlowDb> databases,
        CaseProcess process,
        QueueDefinition queue,
        CancellationToken cancellation
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var items = db
            .QueueItems.AsNoTracking()
            .Where(row => row.Process == process.Key && row.Queue == queue.Key && row.Worker == null);
        var waiting = await QueueItems.InOrder(items, process, null, Tried, cancellation);
        return [.. waiting.Select(one => one.Item.CaseId)];
    }

    // The sentence is made from the answer, so that a repeated request gets the same one.
    private static IResult AnswerOf(CaseReply reply)
    {
        if (reply.Status != StatusCodes.Status200OK)
        {
            return reply;
        }

        using var taken = JsonDocument.Parse(reply.Body);
        var (since, priority) = (
            taken.RootElement.GetProperty("queuedSince").GetDateTimeOffset(),
            taken.RootElement.TryGetProperty("priority", out var said) ? said.GetString() : null
        );
        var first = priority is null
            ? "No case of a higher priority waited"
            : $"Its priority is {priority}, and no higher one waited";
        return Answer(
            reply.Body,
            FormattableString.Invariant(
                $"{first}; of its equals it waited longest, since {since:yyyy-MM-dd HH:mm:ss} UTC."
            )
        );
    }

    private static IResult Answer(byte[]? taken, string why) =>
        Results.Bytes(
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
            ),
            "application/json"
        );
}
