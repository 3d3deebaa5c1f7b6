using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Staffing;

/// <summary>
/// Which queues must be looked at before a decision stands: those whose people or whose length it depends on. Most
/// decisions need none, so one decides first, looks where this says so, and decides again.
/// </summary>
public static class QueueLook
{
    /// <param name="decided">What was decided without a look.</param>
    public static ImmutableArray<QueueDefinition> Wanted(
        CaseProcess process,
        Case? current,
        CaseCommand command,
        Decision decided
    )
    {
        var offers = command is CaseCommand.Offer ? process.FindQueue(current?.Queue ?? "") : null;
        // Who is named with the queue is given the case, so nobody has to be found.
        var entered = command is CaseCommand.AddToQueue { Worker.Length: > 0 } ? null : EnteredIn(decided);
        if (offers is null && entered is null)
        {
            return []; // as for nearly every command
        }

        return
        [
            .. ChainOf(process, entered)
                .Prepend(offers)
                .OfType<QueueDefinition>()
                .Where(queue => IsAsked(queue, entered))
                .Distinct(),
        ];
    }

    private static CaseEvent.Queued? EnteredIn(Decision decided)
    {
        if (decided is Decision.Accepted(var events))
        {
            for (var index = events.Length - 1; index >= 0; index--)
            {
                if (events[index] is CaseEvent.Queued entered)
                {
                    return entered;
                }
            }
        }

        return null;
    }

    // What a person puts into a queue stays there; only what the rules send goes on.
    private static IEnumerable<QueueDefinition> ChainOf(CaseProcess process, CaseEvent.Queued? entered)
    {
        var next = entered is null ? null : process.FindQueue(entered.Queue);
        while (next is not null)
        {
            yield return next;
            next =
                entered!.Because is not null && next.Overflow is { WaitingOver: not null, To: var to }
                    ? process.FindQueue(to)
                    : null;
        }
    }

    private static bool IsAsked(QueueDefinition queue, CaseEvent.Queued? entered) =>
        queue.Assign != AssignmentStrategy.Manual
        || (entered?.Because is not null && queue.Overflow is { WaitingOver: not null });
}
