using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
using CaseFlow.Host.People;
using CaseFlow.Storage;

namespace CaseFlow.Host.Queues;

/// <summary>Takes the first of the cases that wait, for whoever asks; somebody else may be faster at each of them.</summary>
internal sealed class FirstTaker(IGrainFactory grains, CaseJournal journal, TimeProvider time)
{
    /// <param name="waiting">The cases in their order, each with its queue; asked for where the request is no repetition.</param>
    /// <returns>Null where nothing waits.</returns>
    public async Task<CaseReply?> Take(
        HttpContext context,
        RepeatKey? repeat,
        Func<Task<IEnumerable<(string Queue, Guid Case)>>> waiting
    )
    {
        // The key belongs to the case that was taken with it, whichever is first now.
        if (repeat is not null && await journal.FindAnswer(repeat.User, repeat.Key, context.RequestAborted) is { } kept)
        {
            return CaseReply.Repeat(kept, repeat);
        }

        foreach (var (queue, id) in await waiting())
        {
            var pick = new CaseCommand.Pick { By = context.Actor(), At = time.GetUtcNow() };
            var request = new CaseRequest(pick, null, null, repeat);
            if ((await grains.Case(id).TakeFrom(queue, new(request))).Value is { } reply)
            {
                return reply;
            }
        }

        return null;
    }
}

/// <summary>A case as it was taken: what is said of it is made from the answer, so that a repeated request gets the same.</summary>
internal sealed record TakenCase(string Process, string Queue, string? Priority, DateTimeOffset Since)
{
    public static TakenCase Read(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        var taken = json.RootElement;
        return new(
            taken.GetProperty("process").GetString()!,
            taken.GetProperty("queue").GetString()!,
            taken.TryGetProperty("priority", out var said) ? said.GetString() : null,
            taken.GetProperty("queuedSince").GetDateTimeOffset()
        );
    }

    /// <summary>Why it came first.</summary>
    /// <param name="among">Where the others wait, as <c> in your queues</c>.</param>
    /// <param name="place">Where it waited, as <c> in Front line</c>.</param>
    public string Why(string among = "", string place = "")
    {
        var first = Priority is null
            ? $"No case of a higher priority waited{among}"
            : $"Its priority is {Priority}, and no higher one waited{among}";
        return FormattableString.Invariant(
            $"{first}; of its equals it waited longest,{place} since {Since:yyyy-MM-dd HH:mm:ss} UTC."
        );
    }
}
