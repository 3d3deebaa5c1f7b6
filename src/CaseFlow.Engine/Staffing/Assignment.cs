using System.Globalization;
using CaseFlow.Engine.Conditions;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Staffing;

/// <summary>Who of a queue's people gets a case. The same facts give the same person, now and whenever one asks again.</summary>
public static class Assignment
{
    /// <summary>The person, or null where nobody can take it now.</summary>
    public static MemberFacts? Choose(QueueDefinition queue, QueueFacts seen, DateTimeOffset at)
    {
        if (queue.Assign == AssignmentStrategy.Manual || !IsOpen(queue, at))
        {
            return null;
        }

        MemberFacts? best = null;
        foreach (var one in seen.People)
        {
            if (CanTake(queue, one) && (best is null || Compare(queue.Assign, one, best) < 0))
            {
                best = one;
            }
        }

        return best;
    }

    /// <summary>Everybody who came into question, why not, and what decided between those who could.</summary>
    public static AssignmentExplanation Explain(QueueDefinition queue, QueueFacts seen, DateTimeOffset at)
    {
        var (worker, isOpen) = (Choose(queue, seen, at), IsOpen(queue, at));
        return new(
            StrategyNames.Of(queue.Assign),
            worker?.User,
            [
                .. seen.People.Select(one => new Candidate(
                    one.User,
                    one.Load,
                    LimitOf(queue, one),
                    one.Turn,
                    isOpen ? WhyNot(queue, one) : "works here only while the queue is open"
                )),
            ],
            isOpen
                ? TieBreak(queue, seen, worker)
                : $"By '{queue.Hours!.Key}' the queue opens at {PlainText.Of(queue.Hours.NextOpening(at))}; until then the case waits."
        );
    }

    /// <summary>How many cases somebody can work on when this queue gives him one; null where nothing limits him.</summary>
    public static int? LimitOf(QueueDefinition queue, MemberFacts one) =>
        (queue.Capacity, one.Capacity) switch
        {
            ({ } ofQueue, { } own) => Math.Min(ofQueue, own),
            var (ofQueue, own) => ofQueue ?? own,
        };

    private static bool IsOpen(QueueDefinition queue, DateTimeOffset at) => queue.Hours?.IsOpen(at) ?? true;

    private static bool CanTake(QueueDefinition queue, MemberFacts one) =>
        one.Inactive is not true
        && one.Presence == Presence.Available
        && one.Lacks is not [_, ..]
        && !(LimitOf(queue, one) <= one.Load);

    private static string? WhyNot(QueueDefinition queue, MemberFacts one) =>
        CanTake(queue, one) ? null
        : one.Inactive is true ? "is deactivated"
        : one.Presence != Presence.Available ? $"is {PresenceNames.Of(one.Presence)}"
        : one.Lacks is [_, ..] lacks ? $"lacks the skill {string.Join(", ", lacks)}"
        : string.Create(CultureInfo.InvariantCulture, $"works on {one.Load} of {LimitOf(queue, one)}");

    // Names decide last, so that the order is whole and never depends on where the facts come from.
    private static int Compare(AssignmentStrategy strategy, MemberFacts one, MemberFacts other)
    {
        var byLoad = strategy == AssignmentStrategy.LeastLoaded ? one.Load.CompareTo(other.Load) : 0;
        var byTurn = byLoad != 0 ? byLoad : one.Turn.CompareTo(other.Turn);
        return byTurn != 0 ? byTurn : string.CompareOrdinal(one.User, other.User);
    }

    private static string TieBreak(QueueDefinition queue, QueueFacts seen, MemberFacts? worker)
    {
        if (worker is null)
        {
            return seen.People.IsEmpty ? "Nobody works in the queue." : "Nobody can take it now, so it waits.";
        }

        ImmutableArray<MemberFacts> able = [.. seen.People.Where(one => CanTake(queue, one) && one != worker)];
        var first = queue.Assign == AssignmentStrategy.LeastLoaded ? "works on the fewest cases" : TurnText(worker);
        ImmutableArray<MemberFacts> level =
            queue.Assign == AssignmentStrategy.LeastLoaded ? [.. able.Where(one => one.Load == worker.Load)] : able;
        return able.IsEmpty ? $"Only {worker.User} can take it."
            : queue.Assign == AssignmentStrategy.LeastLoaded && level.IsEmpty ? $"{worker.User} {first}."
            : level.Any(one => one.Turn == worker.Turn)
                ? $"{Names(level.Where(one => one.Turn == worker.Turn), worker)} are level; the name decides."
            : queue.Assign == AssignmentStrategy.LeastLoaded
                ? $"{Names(level, worker)} work on the fewest cases; of them {worker.User} {TurnText(worker)}."
            : $"{worker.User} {first}.";
    }

    private static string TurnText(MemberFacts worker) =>
        worker.Turn == 0 ? "was never given one here" : "was given one here longest ago";

    private static string Names(IEnumerable<MemberFacts> others, MemberFacts worker) =>
        string.Join(", ", others.Append(worker).Select(one => one.User).Order(StringComparer.Ordinal));
}
