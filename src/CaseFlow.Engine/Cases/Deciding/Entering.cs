using CaseFlow.Engine.Routing;
using CaseFlow.Engine.Staffing;
using static CaseFlow.Engine.Cases.CaseEvent;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>What happens as a case comes to a queue: it goes on where the queue is too long, and to somebody who can take it.</summary>
internal static class Entering
{
    /// <summary>The events; none where the case stays where it is.</summary>
    /// <param name="because">Why it comes; null where a person puts it there, which no overflow overrules.</param>
    public static ImmutableArray<CaseEvent> Decide(Question asked, string queue, RoutingReason? because)
    {
        ImmutableArray<QueueFacts> passed = because is null ? [] : Passed(asked, queue);
        var entered = passed is [.., var last] ? asked.Process.FindQueue(last.Queue)!.Overflow!.To : queue;
        if (entered == asked.Case.Queue)
        {
            return [];
        }

        var seen = FactsOf(asked, entered);
        var picked = Give(asked, entered, isNew: true);
        ImmutableArray<QueueFacts> kept = picked is null && seen is not null ? passed.Add(seen) : passed;
        var queued = new Queued(entered, asked.Case.Queue, because, kept.IsEmpty ? null : kept)
        {
            By = asked.By,
            At = asked.At,
            Definition = asked.Definition,
        };
        return picked is null ? [queued] : [queued, picked];
    }

    /// <summary>The event that puts the case into the queue, to whoever is named with it.</summary>
    public static ImmutableArray<CaseEvent> Move(Question asked, string queue) =>
        [
            new Queued(queue, asked.Case.Queue, Because: null)
            {
                By = asked.By,
                At = asked.At,
                Definition = asked.Definition,
            },
        ];

    /// <summary>The event that gives the case to one of the queue's people; null where nobody can take it, or nobody looked.</summary>
    /// <param name="isNew">The case comes to the queue now, so that nobody has had it here.</param>
    public static Picked? Give(Question asked, string queue, bool isNew)
    {
        var definition = asked.Process.FindQueue(queue)!;
        if (FactsOf(asked, queue) is not { } seen || Assignment.Choose(definition, seen, asked.At) is not { } chosen)
        {
            return null;
        }

        return new Picked(
            queue,
            chosen.User,
            asked.Case.Owner,
            asked.Case.Team,
            new AssignmentReason(seen, seen.Round + 1, Assignment.LimitOf(definition, chosen), isNew ? null : true)
        )
        {
            By = asked.By,
            At = asked.At,
            Definition = asked.Definition,
        };
    }

    /// <summary>The queues that were too long to take the case, in the order in which it came to them.</summary>
    private static ImmutableArray<QueueFacts> Passed(Question asked, string queue)
    {
        var passed = ImmutableArray.CreateBuilder<QueueFacts>();
        var next = asked.Process.FindQueue(queue);
        while (
            next is { Overflow: { WaitingOver: { } most, To: var to } }
            && FactsOf(asked, next.Key) is { } seen
            && seen.Waiting >= most
        )
        {
            passed.Add(seen with { People = [] });
            next = asked.Process.FindQueue(to);
        }

        return passed.DrainToImmutable();
    }

    private static QueueFacts? FactsOf(Question asked, string queue)
    {
        foreach (var one in asked.Told.Queues ?? [])
        {
            if (one.Queue == queue)
            {
                return one;
            }
        }

        return null;
    }
}
