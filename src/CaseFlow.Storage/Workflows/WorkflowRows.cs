using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Running;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Storage;

/// <summary>Turns a burst into rows. The guards come first, so that one that is overtaken has written nothing yet.</summary>
internal static class WorkflowRows
{
    public static ImmutableArray<SideRow> Of(WorkflowAppend append)
    {
        var (burst, after) = (append.Burst, append.After);
        var state = burst.State;
        var rows = ImmutableArray.CreateBuilder<SideRow>();
        rows.Add(append.Before is null ? Added(append, after) : Changed(append, after));
        if (append.Event is { } taken)
        {
            rows.Add(new(WorkflowStatements.TakeEvent, taken));
        }

        if (append.Timer is { } timer)
        {
            rows.Add(Started(timer));
        }

        if (append.Effect is { } done)
        {
            rows.Add(new(WorkflowStatements.RemoveEffect, done));
        }

        Decided(append, rows);
        var isCancelled = burst.SubStatus == InstanceSubStatus.Cancelled;
        if (isCancelled)
        {
            rows.Add(new(WorkflowStatements.RemoveEffectsOf, state.InstanceId));
        }

        foreach (var burned in Burned(append))
        {
            rows.Add(new(WorkflowStatements.RemoveBookmark, burned));
        }

        if (append.Before is { State.CorrelationId: var correlation } && correlation != state.CorrelationId)
        {
            rows.Add(new(WorkflowStatements.CorrelateBookmarks, state.CorrelationId, state.InstanceId));
        }

        rows.AddRange(burst.NewBookmarks.Where(WorkflowBookmarkRow.HasRow).Select(one => Row(one, burst)));
        rows.AddRange(append.Effects.Select(Row));
        rows.AddRange(burst.Incidents.Select(incident => Row(incident, state)));
        rows.AddRange(
            burst.Lines.Select(
                (text, number) =>
                    new SideRow(
                        WorkflowStatements.AddLine,
                        state.InstanceId,
                        (long)after.Version,
                        (long)number,
                        append.At.UtcTicks,
                        Kept(text)
                    )
            )
        );
        return rows.DrainToImmutable();
    }

    public static SideRow Row(WorkflowEventRow happened) =>
        new(
            WorkflowStatements.AddEvent,
            happened.Id,
            happened.Name,
            happened.CorrelationId,
            happened.Instance,
            happened.Bookmark,
            happened.Starts,
            happened.Trigger,
            happened.Payload,
            happened.At.UtcTicks,
            happened.KeepUntil.UtcTicks,
            happened.RingAt.UtcTicks
        );

    public static SideRow Row(WorkflowIncidentRow incident) =>
        new(
            WorkflowStatements.AddIncident,
            incident.Id,
            incident.Instance,
            incident.Definition,
            incident.Activity,
            incident.ActivityType,
            Kept(incident.Message),
            Kept(incident.Cause),
            incident.At.UtcTicks,
            incident.Status
        );

    private static SideRow Added(WorkflowAppend append, StoredWorkflow after)
    {
        var state = after.State;
        ImmutableArray<object?> values =
        [
            state.InstanceId,
            state.DefinitionId,
            after.Hash,
            (long)after.Version,
            state.Status.ToString(),
            state.SubStatus.ToString(),
            Kept(state.CorrelationId),
            Kept(state.Name),
            state.ToJson(),
            after.Parent?.Instance,
            Wants(after.Parent),
            state.CreatedAt.UtcTicks,
            append.At.UtcTicks,
            Finished(append),
        ];
        return (append.Activation, state.CorrelationId) switch
        {
            (ActivationStrategy.Singleton, _) => new(
                WorkflowStatements.AddOnlyInstance,
                [.. values, state.DefinitionId]
            ),
            (ActivationStrategy.CorrelatedSingleton, { } about) => new(
                WorkflowStatements.AddOnlyCorrelated,
                [.. values, state.DefinitionId, about]
            ),
            (ActivationStrategy.Correlation, { } about) => new(
                WorkflowStatements.AddOnlyOfCorrelation,
                [.. values, about]
            ),
            _ => new(WorkflowStatements.AddInstance, values),
        };
    }

    private static SideRow Changed(WorkflowAppend append, StoredWorkflow after)
    {
        var state = after.State;
        return new(
            WorkflowStatements.ChangeInstance,
            (long)after.Version,
            state.Status.ToString(),
            state.SubStatus.ToString(),
            Kept(state.CorrelationId),
            Kept(state.Name),
            state.ToJson(),
            after.Parent?.Instance,
            Wants(after.Parent),
            append.At.UtcTicks,
            Finished(append),
            state.InstanceId,
            (long)append.Before!.Version
        );
    }

    private static SideRow Started(WorkflowTimerStart timer) =>
        timer.Next is { } next
            ? new(
                WorkflowStatements.NextTimer,
                next.UtcTicks,
                next.UtcTicks,
                timer.Definition,
                timer.Activity,
                timer.Due.UtcTicks
            )
            : new(WorkflowStatements.LastTimer, timer.Definition, timer.Activity, timer.Due.UtcTicks);

    private static void Decided(WorkflowAppend append, ImmutableArray<SideRow>.Builder rows)
    {
        if (append.Decision is { Incident: { } one } decision)
        {
            rows.Add(new(WorkflowStatements.DecideIncident, decision.Status, decision.By, append.At.UtcTicks, one));
        }
        else if (append.Decision is { } all)
        {
            rows.Add(
                new(
                    WorkflowStatements.DecideIncidentsOf,
                    all.Status,
                    all.By,
                    append.At.UtcTicks,
                    append.Burst.State.InstanceId
                )
            );
        }
    }

    // Waits that never had a row need none removed.
    private static IEnumerable<string> Burned(WorkflowAppend append)
    {
        var burned = append.Burst.BurnedBookmarks;
        return burned.IsEmpty || append.Before is null
            ? []
            : append
                .Before.State.Bookmarks.Where(one =>
                    WorkflowBookmarkRow.HasRow(one) && burned.Contains(one.Id, StringComparer.Ordinal)
                )
                .Select(one => one.Id);
    }

    private static SideRow Row(Bookmark bookmark, Burst burst)
    {
        var task = burst.Effects.OfType<WorkflowEffect.RunTask>().FirstOrDefault(one => one.Id == bookmark.Id);
        var row = WorkflowBookmarkRow.Of(bookmark, burst.State, task);
        return new(
            WorkflowStatements.AddBookmark,
            row.Id,
            row.Instance,
            row.Kind,
            Kept(row.Name),
            Kept(row.CorrelationId),
            Kept(row.CaseRef),
            row.Due?.UtcTicks,
            row.RingAt?.UtcTicks,
            row.At.UtcTicks,
            row.Details
        );
    }

    private static SideRow Row(WorkflowEffectRow effect) =>
        new(
            WorkflowStatements.AddEffect,
            effect.Id,
            effect.Instance,
            effect.Definition,
            effect.Kind,
            effect.Body,
            (long)effect.Attempts,
            effect.RingAt?.UtcTicks
        );

    private static SideRow Row(Incident incident, InstanceState of) =>
        Row(
            new WorkflowIncidentRow
            {
                Id = incident.Id,
                Instance = of.InstanceId,
                Definition = of.DefinitionId,
                Activity = incident.ActivityId,
                ActivityType = incident.ActivityType,
                Message = incident.Message,
                Cause = incident.Cause,
                At = incident.At,
                Status = WorkflowIncidentRow.Open,
            }
        );

    private static long? Finished(WorkflowAppend append) =>
        append.Burst.Status == InstanceStatus.Finished ? append.At.UtcTicks : null;

    private static string? Wants(WorkflowParent? parent) =>
        parent is null ? null
        : parent.WantsTheEnd ? WorkflowInstanceRow.WantsTheEnd
        : WorkflowInstanceRow.WantsTheRest;

    // Scripts can make the one character that PostgreSQL has no place for.
    private static string? Kept(string? text) => text?.Replace("\0", "\uFFFD", StringComparison.Ordinal);
}
