using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Processes;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;

namespace CaseFlow.Host.Queues;

/// <summary>
/// <c>POST /api/queues/next</c>: of all queues in which the asker works, take the case that comes first, and learn why it does.
/// </summary>
internal static class TakeNextOfMine
{
    /// <param name="Case">Null where nothing waits.</param>
    /// <param name="Queue">The queue that it was taken from.</param>
    /// <param name="Rank">How many higher priorities the process has.</param>
    /// <param name="Priority">Null for a case without one, which stands with <c>normal</c>.</param>
    /// <param name="WaitedSince">Since when it waited there.</param>
    /// <param name="Queues">The keys of the queues that were looked at.</param>
    /// <param name="Why">Why it is this one, in a sentence.</param>
    public sealed record TakenOfMineView(
        CaseShape? Case,
        string? Queue,
        int? Rank,
        string? Priority,
        DateTimeOffset? WaitedSince,
        ImmutableArray<string> Queues,
        string Why
    );

    private sealed record From(TakenCase Case, int Rank);

    public static void Map(IEndpointRouteBuilder queues) =>
        queues
            .MapPost("/next", Handle)
            .Needs(Rights.To("pick"))
            .WithName(nameof(TakeNextOfMine))
            .WithSummary("Take the case that comes first in all my queues, and say why it does")
            .Accepts<NoBody>(isOptional: true, "application/json")
            .Produces<TakenOfMineView>()
            .ProducesProblems(400, 401, 403, 409, 413, 422);

    private static async Task<IResult> Handle(
        HttpContext context,
        ProcessCatalog processes,
        StaffReader staff,
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

        var actor = context.Actor();
        var teams = await staff.TeamsOf(actor.User, context.RequestAborted);
        var mine = (
            from published in processes.All.Values
            from queue in published.Process.Parts.Queues
            where queue.Includes(actor.User, teams)
            select (published.Process, Queue: queue)
        ).ToList();
        var looked = mine.Select(one => one.Queue.Key).ToImmutableArray();
        var reply = await taker.Take(context, repeat, () => InOrder(items, mine, context.RequestAborted));
        if (reply is not null)
        {
            return reply.Status == StatusCodes.Status200OK ? AnswerOf(reply.Body, processes, looked) : reply;
        }

        return Answer(
            null,
            null,
            looked,
            looked.IsEmpty ? "You work in no queue." : $"Nothing waits in {string.Join(", ", looked)}."
        );
    }

    /// <summary>The first of each queue, the highest priority first, and of equals who has waited longest.</summary>
    private static async Task<IEnumerable<(string Queue, Guid Case)>> InOrder(
        QueueItems items,
        List<(CaseProcess Process, QueueDefinition Queue)> queues,
        CancellationToken cancellation
    )
    {
        var waiting = new List<(string Queue, QueuedCase Item)>();
        foreach (var (process, queue) in queues)
        {
            var first = await items.InOrder(OfferOrder.Waiting(process, queue), TakeNext.Tried, cancellation);
            waiting.AddRange(first.Select(one => (queue.Key, one)));
        }

        return waiting
            .OrderBy(one => one.Item.Rank)
            .ThenBy(one => one.Item.Since)
            .ThenBy(one => one.Item.CaseId)
            .Select(one => (one.Queue, one.Item.CaseId));
    }

    private static JsonAnswer AnswerOf(byte[] body, ProcessCatalog processes, ImmutableArray<string> looked)
    {
        var taken = TakenCase.Read(body);
        var process = processes.Newest(taken.Process)!;
        var title = process.FindQueue(taken.Queue)?.Title.Text ?? taken.Queue;
        var from = new From(taken, OfferOrder.Of(process).RankOf(taken.Priority));
        return Answer(body, from, looked, taken.Why(" in your queues", $" in {title}"));
    }

    private static JsonAnswer Answer(byte[]? taken, From? one, ImmutableArray<string> looked, string why) =>
        new JsonAnswer(
            JsonBytes.Write(
                (taken, one, looked, why),
                static (json, answer) =>
                {
                    json.WriteStartObject();
                    json.WritePropertyName("case");
                    json.WriteRawValue(answer.taken ?? "null"u8.ToArray());
                    json.WriteString("queue", answer.one?.Case.Queue);
                    Write(json, answer.one);
                    json.WriteStartArray("queues");
                    foreach (var queue in answer.looked)
                    {
                        json.WriteStringValue(queue);
                    }

                    json.WriteEndArray();
                    json.WriteString("why", answer.why);
                    json.WriteEndObject();
                }
            )
        );

    private static void Write(Utf8JsonWriter json, From? one)
    {
        if (one is null)
        {
            json.WriteNull("rank");
            json.WriteNull("priority");
            json.WriteNull("waitedSince");
            return;
        }

        json.WriteNumber("rank", one.Rank);
        json.WriteString("priority", one.Case.Priority);
        json.WriteString("waitedSince", one.Case.Since);
    }
}
