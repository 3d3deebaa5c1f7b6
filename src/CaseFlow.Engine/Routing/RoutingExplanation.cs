using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Staffing;

namespace CaseFlow.Engine.Routing;

/// <summary>
/// Why a case went to its queue and its worker. It is not stored but worked out again, from the case as it was and from
/// what the event keeps of what was seen: the same function over the same facts gives the same answer for ever.
/// </summary>
/// <param name="Kind"><c>rules</c>, <c>person</c>, <c>overflow</c> (it waited too long) or <c>offer</c> (somebody became free).</param>
/// <param name="Definition">The hash of the definition that decided.</param>
/// <param name="Queue">Where the case went.</param>
/// <param name="From">The queue that it was in before, if any.</param>
/// <param name="Rule">The rule that won; null where no rule decided.</param>
/// <param name="Rules">Every line of the table with every condition; empty where no rule decided.</param>
/// <param name="Passed">The queues that were too long to take it, in order.</param>
/// <param name="Assignment">Who came into question; null where the queue gives nothing to anybody, or nobody looked.</param>
public sealed record RoutingExplanation(
    DateTimeOffset At,
    string By,
    string Kind,
    string Definition,
    string Queue,
    string? From,
    string? Rule,
    ImmutableArray<RuleExplanation> Rules,
    ImmutableArray<PassedQueue> Passed,
    AssignmentExplanation? Assignment
)
{
    /// <param name="process">The version that decided.</param>
    /// <param name="before">The case as it was before the event.</param>
    /// <param name="next">The event after it, which may say to whom the queue gave the case; null for none.</param>
    public static RoutingExplanation Of(
        CaseProcess process,
        Case before,
        CaseEvent.Queued queued,
        CaseEvent? next = null
    )
    {
        var given = next is CaseEvent.Picked { Because: { Waited: not true } because } ? because.Seen : null;
        var looked = queued.Seen ?? [];
        var seen = given ?? looked.FirstOrDefault(one => one.Queue == queued.Queue);
        ImmutableArray<RuleExplanation> rules = queued.Because is { Rule: not RoutingReason.Overflow } reason
            ? RuleExplanation.Of(
                process.Parts.Routing,
                process.Conditions.Facts(
                    before,
                    reason.Told ?? CaseFacts.None,
                    reason.By ?? new Actor(queued.By, Role.None),
                    queued.At
                )
            )
            : [];
        return new(
            queued.At,
            queued.By,
            KindOf(queued.Because),
            queued.Definition,
            queued.Queue,
            queued.From,
            rules.FirstOrDefault(rule => rule.Wins)?.Rule,
            rules,
            [.. looked.Where(one => one.Queue != queued.Queue).Select(one => PassedQueue.Of(process, one))],
            seen is null ? null : AssignmentOf(process, seen, queued.At)
        );
    }

    /// <summary>Why a case that waited went to this person; null where he took it himself.</summary>
    public static RoutingExplanation? Of(CaseProcess process, CaseEvent.Picked picked) =>
        picked.Because is { Seen: var seen }
            ? new(
                picked.At,
                picked.By,
                "offer",
                picked.Definition,
                picked.Queue,
                picked.Queue,
                null,
                [],
                [],
                AssignmentOf(process, seen, picked.At)
            )
            : null;

    private static string KindOf(RoutingReason? because) =>
        because switch
        {
            null => "person",
            { Rule: RoutingReason.Overflow } => "overflow",
            _ => "rules",
        };

    private static AssignmentExplanation? AssignmentOf(CaseProcess process, QueueFacts seen, DateTimeOffset at) =>
        process.FindQueue(seen.Queue) is { Assign: not AssignmentStrategy.Manual } queue
            ? Staffing.Assignment.Explain(queue, seen, at)
            : null;
}

/// <summary>A queue that was too long to take a case.</summary>
/// <param name="Most">How many may wait there.</param>
/// <param name="To">Where it sent the case on to.</param>
public sealed record PassedQueue(string Queue, int Waiting, int? Most, string? To)
{
    internal static PassedQueue Of(CaseProcess process, QueueFacts seen) =>
        process.FindQueue(seen.Queue)?.Overflow is { } overflow
            ? new(seen.Queue, seen.Waiting, overflow.WaitingOver, overflow.To)
            : new(seen.Queue, seen.Waiting, null, null);
}
