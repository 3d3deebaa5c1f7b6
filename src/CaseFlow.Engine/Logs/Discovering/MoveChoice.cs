using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Logs.Discovering;

/// <summary>
/// Chooses the moves and the beginnings that a draft allows: those that are frequent enough, and of the rest the most
/// frequent ones that it takes to reach every status and to close every case.
/// </summary>
internal sealed class MoveChoice(LogCounts counts, ImmutableArray<CaseState> states, double threshold)
{
    private readonly HashSet<(int From, int To)> moves = [];
    private readonly HashSet<int> starts = [];

    public ChosenMoves Choose()
    {
        ChooseFrequent();
        ReachEveryStatus();
        CloseEveryCase();
        return new ChosenMoves(moves, starts);
    }

    private void ChooseFrequent()
    {
        foreach (var leaving in counts.Moves.GroupBy(move => move.Key.From))
        {
            var all = leaving.Sum(move => move.Value);
            moves.UnionWith(leaving.Where(move => move.Value >= threshold * all).Select(move => move.Key));
        }

        // Where cases begin is chosen the same way, as moves out of nothing.
        for (var here = 0; here < counts.Statuses.Length; here++)
        {
            if (counts.Statuses[here].Starts is > 0 and var count && count >= threshold * counts.Cases)
            {
                starts.Add(here);
            }
        }

        if (starts.Count == 0)
        {
            starts.Add(Enumerable.Range(0, counts.Statuses.Length).MaxBy(here => counts.Statuses[here].Starts));
        }
    }

    private void ReachEveryStatus()
    {
        while (true)
        {
            var reached = Reach.Forwards(starts, moves);
            if (reached.Count == counts.Statuses.Length)
            {
                return;
            }

            var (move, count) = MostFrequent((from, to) => reached.Contains(from) && !reached.Contains(to));
            var start = Enumerable
                .Range(0, counts.Statuses.Length)
                .Where(here => !reached.Contains(here))
                .MaxBy(here => counts.Statuses[here].Starts);
            if (counts.Statuses[start].Starts > count)
            {
                starts.Add(start);
            }
            else
            {
                moves.Add(move);
            }
        }
    }

    private void CloseEveryCase()
    {
        while (true)
        {
            var closed = Enumerable.Range(0, states.Length).Where(here => states[here] != CaseState.Active);
            var closable = Reach.Backwards(closed, moves);
            if (closable.Count == counts.Statuses.Length)
            {
                return;
            }

            moves.Add(MostFrequent((from, to) => !closable.Contains(from) && closable.Contains(to)).Move);
        }
    }

    private ((int From, int To) Move, int Count) MostFrequent(Func<int, int, bool> fits)
    {
        var best = (Move: (From: -1, To: -1), Count: 0);
        foreach (var (move, count) in counts.Moves)
        {
            if (
                fits(move.From, move.To)
                && (count > best.Count || (count == best.Count && move.CompareTo(best.Move) < 0))
            )
            {
                best = (move, count);
            }
        }

        return best;
    }
}

/// <summary>What a draft allows: moves, and statuses where cases begin.</summary>
internal sealed record ChosenMoves(IReadOnlySet<(int From, int To)> Moves, IReadOnlySet<int> Starts);
