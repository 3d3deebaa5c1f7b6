using CaseFlow.Host.Sla;
using CaseFlow.Host.Workflows.Effects;
using CaseFlow.Host.Workflows.Events;
using CaseFlow.Storage;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Workflows;

/// <summary>
/// Wakes what is due of workflows: waits and triggers whose time has come, and what is left of a host that died or of a try
/// that failed.
/// </summary>
internal sealed partial class WorkflowBell(
    DueWorkflows due,
    WorkflowCatalog catalog,
    WorkflowTriggers triggers,
    EffectQueue effects,
    EventDelivery events,
    IGrainFactory grains,
    IOptions<WorkflowOptions> options,
    TimeProvider time,
    ILogger<WorkflowBell> logger
) : DueBell(options.Value.CheckEvery, time, logger)
{
    private const int MostAtOnce = 1_000;

    protected override async Task<bool> RingDue(CancellationToken cancellation)
    {
        var (now, hold) = (Time.GetUtcNow(), options.Value.HoldFor);
        var bookmarks = await due.Bookmarks(now, hold, MostAtOnce);
        var timers = await due.Timers(now, hold, MostAtOnce);
        var together = new ParallelOptions
        {
            MaxDegreeOfParallelism = options.Value.Together,
            CancellationToken = cancellation,
        };
        await Parallel.ForEachAsync(bookmarks, together, async (wait, _) => await Ring(wait));
        await Parallel.ForEachAsync(timers, together, async (timer, _) => await Ring(timer));
        var (undone, undelivered) = (await due.Effects(now, hold, MostAtOnce), await due.Events(now, hold, MostAtOnce));
        foreach (var one in undone)
        {
            effects.Do([one]);
        }

        foreach (var one in undelivered)
        {
            events.Deliver(one);
        }

        return Math.Max(Math.Max(bookmarks.Count, timers.Count), Math.Max(undone.Count, undelivered.Count))
            == MostAtOnce;
    }

    // One that cannot be rung keeps no other one waiting; it is tried again when nobody holds it any more.
    private async Task Ring(WorkflowBookmarkRow wait)
    {
        try
        {
            await grains.Workflow(wait.Instance).Resume(new(new WorkflowResume(wait.Id)));
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            LogFailed(failed, wait.Instance);
        }
    }

    private async Task Ring(WorkflowTimerRow timer)
    {
        try
        {
            if (catalog.Newest(timer.Definition) is not { } published)
            {
                return;
            }

            var id = WorkflowIds.Of(timer.Definition, timer.Activity, timer.Due.ToString("O"));
            var start = new WorkflowStart(timer.Definition)
            {
                Trigger = timer.Activity,
                Timer = new(timer.Definition, timer.Activity, timer.Due, Next(published, timer)),
            };
            await grains.Workflow(id).Start(new(start));
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            LogFailed(failed, timer.Definition);
        }
    }

    private DateTimeOffset? Next(PublishedWorkflow published, WorkflowTimerRow timer)
    {
        var (trigger, now) = (triggers.Now(published, timer.Activity), Time.GetUtcNow());
        return trigger?.Interval is { } interval && timer.Due + interval > now ? timer.Due + interval
            : trigger?.DueAt > now ? trigger.DueAt
            : null;
    }

    [LoggerMessage(LogLevel.Error, "Waking {Workflow} failed; it is tried again")]
    private partial void LogFailed(Exception failed, string workflow);
}
