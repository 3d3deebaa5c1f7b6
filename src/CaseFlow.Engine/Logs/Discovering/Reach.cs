namespace CaseFlow.Engine.Logs.Discovering;

/// <summary>What can be reached along moves.</summary>
internal static class Reach
{
    /// <summary>The statuses that a case can come to from some.</summary>
    public static HashSet<int> Forwards(IEnumerable<int> from, IEnumerable<(int From, int To)> moves) =>
        Closure(from, moves.ToLookup(move => move.From, move => move.To));

    /// <summary>The statuses from which a case can come to some.</summary>
    public static HashSet<int> Backwards(IEnumerable<int> to, IEnumerable<(int From, int To)> moves) =>
        Closure(to, moves.ToLookup(move => move.To, move => move.From));

    private static HashSet<int> Closure(IEnumerable<int> begin, ILookup<int, int> next)
    {
        var found = begin.ToHashSet();
        var open = new Queue<int>(found);
        while (open.TryDequeue(out var here))
        {
            foreach (var there in next[here].Where(found.Add))
            {
                open.Enqueue(there);
            }
        }

        return found;
    }
}
