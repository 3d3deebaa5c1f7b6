using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Logs.Discovering;

/// <summary>
/// Guesses which statuses close a case: those that are called so, those where cases mostly end, and as many more as it
/// takes that every case can be closed at all.
/// </summary>
internal sealed class StateGuess(LogCounts counts)
{
    private readonly int size = counts.Statuses.Length;
    private readonly CaseState[] states = new CaseState[counts.Statuses.Length];

    /// <summary>The state of each status, by its place.</summary>
    public ImmutableArray<CaseState> Guess()
    {
        for (var here = 0; here < size; here++)
        {
            var status = counts.Statuses[here];
            states[here] =
                StatusWords.SoundCancelled(status.Title) ? CaseState.Cancelled
                : StatusWords.SoundClosed(status.Title) || status.Ends * 2 >= status.Events ? CaseState.Resolved
                : CaseState.Active;
        }

        CloseWhatCannotBeClosed();
        LeaveOneActive();
        ResolveWhatMeetsResolved();
        return [.. states];
    }

    // Of the statuses that lead nowhere the one that most cases end in is closed, and then the rest may lead there.
    private void CloseWhatCannotBeClosed()
    {
        while (true)
        {
            var closable = Reach.Backwards(Closed(), counts.Moves.Keys);
            if (closable.Count == size)
            {
                return;
            }

            var last = Enumerable.Range(0, size).Where(here => !closable.Contains(here)).MaxBy(here => EndShare(here));
            states[last] = CaseState.Resolved;
        }
    }

    // A definition has an active status: the one of those with a way on where the fewest cases end.
    private void LeaveOneActive()
    {
        if (states.Contains(CaseState.Active))
        {
            return;
        }

        var leading = counts.Moves.Keys.Where(move => move.From != move.To).Select(move => move.From).ToHashSet();
        if (leading.Count > 0)
        {
            states[leading.Order().MinBy(EndShare)] = CaseState.Active;
        }
    }

    // A case cannot go from resolved to cancelled or back, so what does is one of the two.
    private void ResolveWhatMeetsResolved()
    {
        bool changed;
        do
        {
            changed = false;
            foreach (var (from, to) in counts.Moves.Keys)
            {
                changed |= ResolveIfMeets(from, to) || ResolveIfMeets(to, from);
            }
        } while (changed);
    }

    private bool ResolveIfMeets(int cancelled, int resolved)
    {
        if (states[cancelled] != CaseState.Cancelled || states[resolved] != CaseState.Resolved)
        {
            return false;
        }

        states[cancelled] = CaseState.Resolved;
        return true;
    }

    private double EndShare(int here) => (double)counts.Statuses[here].Ends / counts.Statuses[here].Events;

    private IEnumerable<int> Closed() => Enumerable.Range(0, size).Where(here => states[here] != CaseState.Active);
}
