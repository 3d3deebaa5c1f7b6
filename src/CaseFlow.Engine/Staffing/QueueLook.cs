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
        ImmutableArray<QueueDefinition> offers =
            command is CaseCommand.Offer && process.FindQueue(current?.Queue ?? "") is { } own ? [own] : [];
        var entered = decided is Decision.Accepted(var events)
            ? events.OfType<CaseEvent.Queued>().LastOrDefault()
            : null;
        return [.. offers.Concat(ChainOf(process, entered)).Where(queue => IsAsked(queue, entered)).Distinct()];
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
