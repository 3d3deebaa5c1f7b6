using System.Diagnostics;
using CaseFlow.Engine.Sla;
using static CaseFlow.Engine.Cases.CaseEvent;

namespace CaseFlow.Engine.Cases;

/// <summary>A case is its history, folded: what each event makes of the case before it.</summary>
public static class CaseHistory
{
    /// <summary>The case that these events made, or null where there are none.</summary>
    public static Case? Replay(IEnumerable<CaseEvent> history) => history.Aggregate(default(Case), Evolve);

    public static Case Evolve(Case? current, CaseEvent happened)
    {
        var next = (current, happened) switch
        {
            (null, Opened opened) => Open(opened),
            ({ } c, Edited edited) => edited.Changes.Aggregate(c, Edit),
            ({ } c, StatusMoved moved) => c with { Status = moved.To, StatusSince = moved.At, ScheduledMoves = [] },
            ({ } c, StageMoved moved) => c with
            {
                Stage = moved.To,
                StageSince = moved.At,
                Path = Travel(c.Path, moved),
            },
            ({ } c, Queued queued) => Free(c) with { Queue = queued.Queue, QueuedSince = queued.At },
            ({ } c, Unqueued) => OutOfQueue(c),
            ({ } c, Picked picked) => c with
            {
                Worker = picked.Worker,
                OwnerBefore = picked.OwnerBefore,
                TeamBefore = picked.TeamBefore,
                Owner = picked.Worker,
                Team = null,
            },
            ({ } c, Released released) => Free(c) with { Owner = released.Owner, Team = released.Team },
            ({ } c, Assigned assigned) => (assigned.KeepsWorker ? c : Free(c)) with
            {
                Owner = assigned.Owner,
                Team = assigned.Team,
            },
            ({ } c, Resolved resolved) => c with
            {
                State = CaseState.Resolved,
                Status = resolved.Status,
                StatusSince = resolved.At,
                ScheduledMoves = [],
                Resolution = new(
                    resolved.Resolution,
                    resolved.BillableMinutes,
                    resolved.TotalMinutes,
                    resolved.By,
                    resolved.At
                ),
            },
            ({ } c, Cancelled cancelled) => c with
            {
                State = CaseState.Cancelled,
                Status = cancelled.Status,
                StatusSince = cancelled.At,
                ScheduledMoves = [],
                MergedInto = cancelled.Into,
                OpenActivities = cancelled.Into is null ? c.OpenActivities : [],
                Children = cancelled.Into is null ? c.Children : [],
            },
            ({ } c, Reactivated reactivated) => c with
            {
                State = CaseState.Active,
                Status = reactivated.Status,
                StatusSince = reactivated.At,
                ScheduledMoves = [],
            },
            ({ } c, ActivityAdded added) => c with { OpenActivities = c.OpenActivities.Add(Listed(added)) },
            ({ } c, ActivityCompleted completed) => c with
            {
                OpenActivities = Without(c.OpenActivities, completed.Activity),
                DoneActivities = c.DoneActivities.Contains(completed.Kind)
                    ? c.DoneActivities
                    : c.DoneActivities.Add(completed.Kind),
                ActivityMinutes = c.ActivityMinutes + completed.Minutes,
                MergedCases = FamilyHistory.Worked(c.MergedCases, completed),
            },
            ({ } c, ActivityCancelled cancelled) => c with
            {
                OpenActivities = Without(c.OpenActivities, cancelled.Activity),
            },
            ({ } c, Merged merged) => FamilyHistory.Absorb(c, merged),
            ({ } c, Unmerged unmerged) => FamilyHistory.LetGo(c, unmerged),
            ({ } c, Restored restored) => FamilyHistory.Restore(c, restored),
            ({ } c, Undone undone) => undone.As with
            {
                Version = c.Version,
                Taken = c.Taken, // the ledger is only ever added to; what goes back is an event of its own
            },
            ({ } c, ChildrenAdded added) => c with { Children = [.. c.Children.Union(added.Cases)] },
            ({ } c, ChildrenRemoved removed) => c with { Children = c.Children.RemoveRange(removed.Cases) },
            ({ } c, ParentChanged changed) => c with { Parent = changed.To },
            ({ } c, ActivityTaken taken) => c with
            {
                OpenActivities = taken.Activity.Open is { } open ? c.OpenActivities.Add(open) : c.OpenActivities,
                DoneActivities =
                    taken.Activity.Open is null && !c.DoneActivities.Contains(taken.Activity.Kind)
                        ? c.DoneActivities.Add(taken.Activity.Kind)
                        : c.DoneActivities,
                ActivityMinutes = c.ActivityMinutes + taken.Activity.Minutes,
            },
            ({ } c, ActivityConverted gone) => c with
            {
                OpenActivities = Without(c.OpenActivities, gone.Activity.Id),
                ActivityMinutes = c.ActivityMinutes - gone.Activity.Minutes,
            },
            ({ } c, OpenCasesSeen seen) => c with { OpenCasesSeenOf = seen.Customer },
            ({ } c, SimilarLinked linked) => SimilarLinks.Link(c, linked),
            ({ } c, Migrated migrated) => Carry(c, migrated),
            ({ } c, MovesScheduled scheduled) => c with { ScheduledMoves = scheduled.Moves },
            ({ } c, IClockEvent clock) => c with { Clocks = ClockHistory.Evolve(c.Clocks, clock) },
            ({ } c, EntitlementSet set) => c with { Entitlement = set.Entitlement },
            ({ } c, TermsTaken taken) => c with
            {
                Taken = new(taken.Entitlement, taken.Channel, taken.Units, taken.On),
            },
            ({ } c, TermsReturned) => c with { Taken = null },
            ({ } c, DecrementSwitched switched) => c with { DoNotDecrement = switched.DoNotDecrement },
            ({ } c, ReferenceAdded added) => c with { References = c.References.Add(added.Reference) },
            (
                { } c,
                Notified
                    or ActionRefused
                    or DuplicatesIgnored
                    or FollowUpSuggested
                    or AutomationFired
                    or WorkflowRequested
            ) => c,
            _ => throw new UnreachableException(
                $"No case comes of {happened.GetType().Name} after {current?.Version ?? 0} events."
            ),
        };

        return next with
        {
            Version = (current?.Version ?? 0) + 1,
            Definition = happened.Definition,
            ModifiedAt = happened.At,
            LastChange = LastChange.After(current?.LastChange, happened, (current?.Version ?? 0) + 1),
        };
    }

    /// <summary>The events that still count: without those that were taken back, and without the taking back.</summary>
    public static ImmutableArray<CaseEvent> Standing(IEnumerable<CaseEvent> history)
    {
        var standing = new List<(int Position, CaseEvent Event)>();
        foreach (var (index, happened) in history.Index())
        {
            if (happened is Undone undone)
            {
                standing.RemoveAll(one => one.Position >= undone.Position);
            }
            else
            {
                standing.Add((index + 1, happened));
            }
        }

        return [.. standing.Select(one => one.Event)];
    }

    private static Case Open(Opened opened) =>
        new()
        {
            Id = opened.Id,
            Ticket = opened.Ticket,
            Process = opened.Process,
            Definition = opened.Definition,
            Version = 0,
            Title = opened.Title,
            Customer = opened.Customer,
            Contact = opened.Contact,
            Fields = opened.Fields,
            State = opened.State,
            Status = opened.Status,
            StatusSince = opened.At,
            Stage = opened.Stage,
            StageSince = opened.Stage is null ? null : opened.At,
            Path = opened.Stage is null ? [] : [opened.Stage],
            Parent = opened.Parent,
            CreatedAt = opened.At,
            CreatedBy = opened.By,
            ModifiedAt = opened.At,
        };

    private static Case Edit(Case current, FieldChange change) =>
        (change.Field, change.To) switch
        {
            ("title", FieldValue.Text(var title)) => current with { Title = title },
            ("customer", FieldValue.Text(var id)) => current with { Customer = Guid.Parse(id) },
            ("contact", var to) => current with { Contact = to is FieldValue.Text(var id) ? Guid.Parse(id) : null },
            (var field, var to) => current with { Fields = current.Fields.With(field, to) },
        };

    private static OpenActivity Listed(ActivityAdded added) =>
        new(
            added.Activity,
            added.Content.Kind,
            added.Content.Subject,
            added.Content.Direction,
            added.Content.IsPublic,
            added.Content.Due
        );

    private static ImmutableArray<OpenActivity> Without(ImmutableArray<OpenActivity> open, Guid closed) =>
        open.RemoveAll(activity => activity.Id == closed);

    private static ImmutableArray<string> Travel(ImmutableArray<string> path, StageMoved moved) =>
        path.IndexOf(moved.To) is var visited and >= 0 ? path[..(visited + 1)] : path.Add(moved.To);

    private static Case OutOfQueue(Case current) => Free(current) with { Queue = null, QueuedSince = null };

    private static Case Free(Case current) => current with { Worker = null, OwnerBefore = null, TeamBefore = null };

    private static Case Carry(Case current, Migrated migrated)
    {
        var carried = current with
        {
            Status = migrated.Status,
            StatusSince = migrated.Status == current.Status ? current.StatusSince : migrated.At,
            ScheduledMoves = migrated.Status == current.Status ? current.ScheduledMoves : [],
            Stage = migrated.Stage,
            StageSince = migrated.Stage == current.Stage ? current.StageSince : migrated.At,
            Path =
                migrated.Stage == current.Stage ? current.Path
                : migrated.Stage is null ? []
                : [.. current.Path.Take(Math.Max(current.Path.Length - 1, 0)), migrated.Stage],
        };

        return migrated.Queue is null ? OutOfQueue(carried) : carried with { Queue = migrated.Queue };
    }
}
