using CaseFlow.Engine.Cases;

namespace CaseFlow.Storage;

/// <summary>
/// Tells the histories of several cases side by side, to see at which case each activity ends up. A merge, and its undoing, stands
/// in the history of each case that it touches, and happens when all of them have come to it.
/// </summary>
internal sealed class ActivityFold
{
    private readonly Dictionary<CaseId, Queue<CaseEvent>> left = [];
    private readonly Dictionary<CaseId, Dictionary<Guid, ActivityRow>> here = [];

    private ActivityFold() { }

    public static ActivityFold Of(IEnumerable<ActivityStory> stories)
    {
        var fold = new ActivityFold();
        foreach (var story in stories)
        {
            fold.left.Add(story.Id, new(story.Steps));
            fold.here.Add(story.Id, []);
        }

        fold.Tell();
        return fold;
    }

    /// <summary>The activities that are at a case in the end.</summary>
    public IReadOnlyDictionary<Guid, ActivityRow> At(CaseId id) => here[id];

    /// <summary>Whether a case tells of a merge, or of its undoing, that another case does not tell of.</summary>
    public bool IsStuck(CaseId id) => left[id].Count > 0;

    private void Tell()
    {
        for (var isMoving = true; isMoving; )
        {
            isMoving = false;
            foreach (var (id, steps) in left)
            {
                while (steps.TryPeek(out var next) && Happens(id, next))
                {
                    steps.Dequeue();
                    isMoving = true;
                }
            }
        }
    }

    /// <summary>False where it must wait for another case.</summary>
    private bool Happens(CaseId id, CaseEvent happened)
    {
        switch (happened)
        {
            case CaseEvent.ActivityAdded added:
                here[id][added.Activity] = ActivityRow.Of(id, added);
                return true;
            case CaseEvent.ActivityCompleted completed:
                Close(id, completed.Activity, completed, ActivityRow.CompletedState, completed.Minutes);
                return true;
            case CaseEvent.ActivityCancelled cancelled:
                Close(id, cancelled.Activity, cancelled, ActivityRow.CancelledState, minutes: null);
                return true;
            case CaseEvent.ActivityTaken taken when HasCome(taken.From, at => Gives(at, id, taken.Activity.Id)):
                left[taken.From].Dequeue();
                Move(taken.From, id, row => row.Id == taken.Activity.Id, row => row.Origin);
                return true;
            case CaseEvent.Undone undone:
                foreach (var removed in undone.Removed)
                {
                    here[id].Remove(removed);
                }

                foreach (var reopened in undone.Reopened)
                {
                    Reopen(id, reopened);
                }

                return true;
            case CaseEvent.Merged(var cases) when cases.All(one => HasCome(one.Id, at => Ends(at, id))):
                foreach (var one in cases)
                {
                    left[one.Id].Dequeue();
                    Move(one.Id, id, _ => true, row => $"{one.Id}/{row.Origin}");
                }

                return true;
            case CaseEvent.Unmerged(var gone, var moved) when HasCome(gone, at => Returns(at, id)):
                left[gone].Dequeue();
                var mark = $"{gone}/";
                Move(id, gone, row => row.Origin?.StartsWith(mark, StringComparison.Ordinal) == true, Before);
                Move(id, gone, row => moved.Any(one => one.Id == row.Id), row => row.Origin);
                return true;
            default:
                return false;
        }
    }

    private bool HasCome(CaseId other, Func<CaseEvent, bool> to) =>
        left.TryGetValue(other, out var steps) && steps.TryPeek(out var next) && to(next);

    private static bool Ends(CaseEvent at, CaseId into) =>
        at is CaseEvent.Cancelled cancelled && cancelled.Into == into;

    private static bool Gives(CaseEvent at, CaseId to, Guid activity) =>
        at is CaseEvent.ActivityConverted gone && gone.To == to && gone.Activity.Id == activity;

    private static bool Returns(CaseEvent at, CaseId from) =>
        at is CaseEvent.Restored restored && restored.From == from;

    // Without the last case that it was moved from.
    private static string? Before(ActivityRow row) =>
        row.Origin![(row.Origin!.IndexOf('/', StringComparison.Ordinal) + 1)..] is { Length: > 0 } earlier
            ? earlier
            : null;

    private void Move(CaseId from, CaseId to, Func<ActivityRow, bool> which, Func<ActivityRow, string?> origin)
    {
        foreach (var row in here[from].Values.Where(which).ToList())
        {
            here[from].Remove(row.Id);
            here[to].Add(row.Id, row with { CaseId = to.Value, Origin = origin(row) });
        }
    }

    private void Reopen(CaseId id, Guid activity)
    {
        if (here[id].TryGetValue(activity, out var row))
        {
            here[id][activity] = row with
            {
                State = ActivityRow.OpenState,
                Minutes = null,
                ClosedBy = null,
                ClosedAt = null,
            };
        }
    }

    private void Close(CaseId id, Guid activity, CaseEvent happened, string state, int? minutes)
    {
        if (here[id].TryGetValue(activity, out var row))
        {
            here[id][activity] = row with
            {
                State = state,
                Minutes = minutes,
                ClosedBy = happened.By,
                ClosedAt = happened.At,
            };
        }
    }
}
