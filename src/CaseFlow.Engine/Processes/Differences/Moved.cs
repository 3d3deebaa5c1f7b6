namespace CaseFlow.Engine.Processes.Differences;

/// <summary>Finds what moved in a list: as few as can be, the others being in the order that they had.</summary>
internal static class Moved
{
    /// <summary>Those that stand elsewhere among what both lists have.</summary>
    public static ImmutableArray<string> Between(ImmutableArray<string> before, ImmutableArray<string> after)
    {
        ImmutableArray<string> old = [.. before.Where(after.Contains)];
        ImmutableArray<string> now = [.. after.Where(before.Contains)];
        if (old.SequenceEqual(now))
        {
            return [];
        }

        // The longest run of places that goes up stays; lists are short, so the plain way is fast enough.
        var places = now.Select(name => old.IndexOf(name)).ToArray();
        var (length, from) = (new int[places.Length], new int[places.Length]);
        var last = 0;
        for (var index = 0; index < places.Length; index++)
        {
            (length[index], from[index]) = (1, -1);
            for (var earlier = 0; earlier < index; earlier++)
            {
                if (places[earlier] < places[index] && length[earlier] + 1 >= length[index])
                {
                    (length[index], from[index]) = (length[earlier] + 1, earlier);
                }
            }

            last = length[index] >= length[last] ? index : last;
        }

        var stays = new HashSet<int>();
        for (var index = last; index >= 0; index = from[index])
        {
            stays.Add(index);
        }

        return [.. now.Where((_, index) => !stays.Contains(index))];
    }
}
