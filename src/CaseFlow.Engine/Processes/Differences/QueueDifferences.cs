using System.Globalization;
using CaseFlow.Engine.Staffing;

namespace CaseFlow.Engine.Processes.Differences;

/// <summary>What differs between the queues of two versions.</summary>
internal static class QueueDifferences
{
    public static void Find(DifferenceList list)
    {
        foreach (var queue in list.New.Queues)
        {
            var now = list.NewPlaces.Named("queues", queue.Key);
            if (list.Queues.Before(list.Old.Queues, queue.Key, one => one.Key) is { } before)
            {
                Compare(list, before, queue, list.OldPlaces.Named("queues", before.Key), now);
            }
            else
            {
                list.Add("queue-added", null, now, list.Shown(queue.Title));
            }
        }

        foreach (var gone in list.Old.Queues.Where(one => list.Queues[one.Key] is null))
        {
            list.Add("queue-removed", list.OldPlaces.Named("queues", gone.Key), null, list.Shown(gone.Title));
        }
    }

    private static void Compare(DifferenceList list, QueueDefinition before, QueueDefinition after, Said old, Said now)
    {
        var title = list.Shown(after.Title);
        if (before.Key != after.Key)
        {
            list.Add("queue-rekeyed", old, now, title, before.Key, after.Key);
        }

        list.Title("queue", before.Title, after.Title, old, now);
        foreach (var member in after.Members.Except(before.Members, StringComparer.Ordinal))
        {
            list.Add("member-added", old.Part("members"), now.Part("members"), title, member);
        }

        foreach (var member in before.Members.Except(after.Members, StringComparer.Ordinal))
        {
            list.Add("member-removed", old.Part("members"), now.Part("members"), title, member);
        }

        Value("owner", before.Owner, after.Owner);
        Value("visibility", VisibilityOf(before), VisibilityOf(after));
        Value("assign", AssignOf(before), AssignOf(after));
        Value("capacity", Number(before.Capacity), Number(after.Capacity));
        Value("skills", Joined(before.Skills), Joined(after.Skills));
        Value("hours", before.Hours?.Key, after.Hours?.Key);
        Value("overflow", OverflowOf(before, old), OverflowOf(after, now));

        void Value(string key, string? was, string? isNow) =>
            list.Value("queue", was, isNow, old.Part(key), now.Part(key), title, key);
    }

    private static string VisibilityOf(QueueDefinition queue) => queue.IsPrivate ? "private" : "public";

    private static string AssignOf(QueueDefinition queue) =>
        queue.Assign switch
        {
            AssignmentStrategy.RoundRobin => "round-robin",
            AssignmentStrategy.LeastLoaded => "least-loaded",
            _ => "manual",
        };

    private static string? OverflowOf(QueueDefinition queue, Said place) =>
        queue.Overflow is null ? null : place.Part("overflow").Text;

    private static string? Joined(ImmutableArray<string> names) => names.IsEmpty ? null : string.Join(", ", names);

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
