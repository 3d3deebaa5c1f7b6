using CaseFlow.Engine.Conditions;
using CaseFlow.Engine.Routing;

namespace CaseFlow.Engine.Processes.Differences;

/// <summary>What differs between the routing tables of two versions.</summary>
internal static class RoutingDifferences
{
    private const string Otherwise = "otherwise";

    public static void Find(DifferenceList list)
    {
        var names = NamesOf(list);
        for (var index = 0; index < list.New.Routing.Length; index++)
        {
            var (rule, now) = (list.New.Routing[index], list.NewPlaces.Item("routing", index));
            var was = Enumerable
                .Range(0, list.Old.Routing.Length)
                .Where(old => names[list.Old.Routing[old].Name] == rule.Name)
                .Append(-1)
                .First();
            if (was >= 0)
            {
                Compare(list, list.Old.Routing[was], rule, list.OldPlaces.Item("routing", was), now);
            }
            else if (rule.Name == Otherwise)
            {
                list.Add("otherwise-added", null, now, list.NewQueue(rule.Queue));
            }
            else
            {
                list.Add(
                    "rule-added",
                    null,
                    now,
                    rule.Name,
                    DifferenceList.Number(index + 1),
                    list.NewQueue(rule.Queue)
                );
            }
        }

        for (var index = 0; index < list.Old.Routing.Length; index++)
        {
            if (list.Old.Routing[index] is var gone && names[gone.Name] is null)
            {
                var place = list.OldPlaces.Item("routing", index);
                var queue = list.OldQueue(gone.Queue);
                list.Add(
                    gone.Name == Otherwise ? "otherwise-removed" : "rule-removed",
                    place,
                    null,
                    gone.Name == Otherwise ? [queue] : [gone.Name, queue]
                );
            }
        }

        FindMoved(list, names);
    }

    private static void FindMoved(DifferenceList list, Renaming names)
    {
        ImmutableArray<string> before = [.. list.Old.Routing.Select(rule => names[rule.Name] ?? "")];
        ImmutableArray<string> after = [.. list.New.Routing.Select(rule => rule.Name)];
        list.Moves(
            "rule-moved",
            before,
            after,
            from => list.OldPlaces.Item("routing", from),
            to => list.NewPlaces.Item("routing", to),
            to => [after[to]]
        );
    }

    private static void Compare(DifferenceList list, RoutingRule before, RoutingRule after, Said old, Said now)
    {
        if (before.Name != after.Name)
        {
            list.Add("rule-renamed", old, now, before.Name, after.Name);
        }

        if (list.Queues[before.Queue] != after.Queue)
        {
            var (from, to) = (list.OldQueue(before.Queue), list.NewQueue(after.Queue));
            list.Add(
                after.Name == Otherwise ? "otherwise-queue" : "rule-queue",
                old.Part("queue"),
                now.Part("queue"),
                after.Name == Otherwise ? [from, to] : [after.Name, from, to]
            );
        }

        var (gone, come) = (Lacking(before.When, after.When), Lacking(after.When, before.When));
        if (gone is [var was] && come is [var isNow] && ValueChange.Of(was, isNow) is { } values)
        {
            Taken("rule-takes", values.More);
            Taken("rule-takes-not", values.Less);
            return;

            void Taken(string kind, ImmutableArray<string> which)
            {
                if (!which.IsEmpty)
                {
                    var shown = string.Join(", ", which);
                    list.Add(kind, old.Part("when"), now.Part("when"), after.Name, values.What, shown);
                }
            }
        }

        list.Conditions("rule", before.When, after.When, old.Part("when"), now.Part("when"), after.Name);
    }

    private static ImmutableArray<Condition> Lacking(ImmutableArray<Condition> of, ImmutableArray<Condition> other) =>
        [.. of.Where(one => !other.Any(one.SameAs))];

    // A rule that says the same under another name is the same rule.
    private static Renaming NamesOf(DifferenceList list) =>
        Renaming.Of(
            list.Old.Routing.Select(rule => (rule.Name, Saying(rule))),
            list.New.Routing.Select(rule => (rule.Name, Saying(rule))),
            ImmutableSortedDictionary<string, string>.Empty
        );

    private static string Saying(RoutingRule rule) => $"{string.Join(" && ", rule.When)} {rule.Queue}";
}
