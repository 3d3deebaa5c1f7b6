using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running;

/// <summary>
/// Runs workflows: (definition, instance, what happened) gives the instance as it is then and what it wants done. It has no
/// clock, makes no ids and touches nothing outside; the same request gives the same burst. One serves any number of threads.
/// </summary>
public sealed class WorkflowMachine(
    IWorkflowLibrary library,
    ExpressionEvaluator expressions,
    MachineSettings? settings = null
)
{
    private readonly MachineParts parts = new(library, expressions, settings ?? new MachineSettings());

    public Burst Start(WorkflowDefinition definition, StartRequest request)
    {
        var workflow = parts.Compile(definition);
        var kept = definition.Inputs.Where(input => input.IsKept).Select(input => input.Name);
        var run = new InstanceRun(parts, workflow, request.InstanceId, request.Now)
        {
            Bursts = 1,
            CreatedAt = request.Now,
            CorrelationId = request.CorrelationId,
            TriggerActivityId = request.TriggerActivityId,
            TriggerAnswer = request.Answer,
            Input = request.Input,
            KeptInput = new ValueMap(request.Input.Where(given => kept.Contains(given.Key, StringComparer.Ordinal))),
        };
        run.Begin();
        run.Drain();
        return BurstOf(run, before: null);
    }

    public Burst Resume(WorkflowDefinition definition, InstanceState state, ResumeRequest request)
    {
        var bookmark = state.Bookmarks.FirstOrDefault(one => one.Id == request.BookmarkId);
        // What was asked for before a fault is answered still, as what is due still runs.
        var goesOn =
            state.Status == InstanceStatus.Running
            || (state.SubStatus == InstanceSubStatus.Faulted && bookmark?.IsCall == true);
        if (!goesOn || bookmark is null)
        {
            return Ignored(
                state,
                bookmark is null && state.Status == InstanceStatus.Running
                    ? $"The instance does not wait at '{request.BookmarkId}' any more."
                    : $"The instance has ended: {state.SubStatus}."
            );
        }

        var run = Load(definition, state, request.Now, bookmark.IsCall);
        run.Input = Together(run.Input, request.Input);
        var frame = run.Open.First(one => one.Id == bookmark.Frame);
        run.Burn(bookmark, frame);
        if (request.Failure is { } failure)
        {
            run.Fault(frame, new ActivityFailed(failure));
        }
        else
        {
            var answer = new Answer(bookmark.Id, request.Answer, request.Refusal);
            run.Try(frame, one => one.Activity.Executor.Resume(one, answer));
        }

        run.Drain();
        return BurstOf(run, state);
    }

    /// <summary>Ends an instance that nobody wants to go on.</summary>
    public Burst Cancel(WorkflowDefinition definition, InstanceState state, DateTimeOffset now)
    {
        if (state.SubStatus is InstanceSubStatus.Finished or InstanceSubStatus.Cancelled)
        {
            return Ignored(state, $"The instance has ended: {state.SubStatus}.");
        }

        var run = Load(definition, state, now, goesOn: true);
        run.Cancel();
        return BurstOf(run, state);
    }

    /// <summary>Runs an activity again that has faulted.</summary>
    public Burst Retry(WorkflowDefinition definition, InstanceState state, MendRequest request) =>
        Mend(definition, state, request, (run, frame) => run.Retry(frame));

    /// <summary>Goes on behind an activity that has faulted, as if it had done its work.</summary>
    public Burst Skip(WorkflowDefinition definition, InstanceState state, MendRequest request) =>
        Mend(definition, state, request, (run, frame) => run.Skip(frame));

    /// <summary>What starts instances of a workflow: each activity that can, with what it waits for.</summary>
    public ImmutableArray<WorkflowTrigger> Triggers(WorkflowDefinition definition, DateTimeOffset now) =>
        TriggerFinder.Find(parts, parts.Compile(definition), now);

    private Burst Mend(
        WorkflowDefinition definition,
        InstanceState state,
        MendRequest request,
        Action<InstanceRun, Frame> mend
    )
    {
        var incident = state.Incidents.FirstOrDefault(one => one.Id == request.Incident && !one.IsMended);
        if (incident is null || state.Frames.All(frame => frame.Id != incident.Frame))
        {
            return Ignored(state, $"There is nothing to mend at '{request.Incident}'.");
        }

        var run = Load(definition, state, request.Now, goesOn: true);
        run.Incidents[run.Incidents.IndexOf(incident)] = incident with { IsMended = true };
        mend(run, run.Open.First(frame => frame.Id == incident.Frame));
        run.Drain();
        return BurstOf(run, state);
    }

    private InstanceRun Load(WorkflowDefinition definition, InstanceState state, DateTimeOffset now, bool goesOn)
    {
        if (definition.VersionId != state.VersionId)
        {
            throw new ArgumentException(
                $"Instance {state.InstanceId} runs version '{state.VersionId}', not '{definition.VersionId}'.",
                nameof(definition)
            );
        }

        return StateLoader.Load(parts, parts.Compile(definition), state, now, goesOn);
    }

    private static Burst BurstOf(InstanceRun run, InstanceState? before)
    {
        var known = before?.Bookmarks.Select(bookmark => bookmark.Id).ToHashSet(StringComparer.Ordinal) ?? [];
        var left = run.Bookmarks.Select(bookmark => bookmark.Id).ToHashSet(StringComparer.Ordinal);
        return new Burst
        {
            State = StateKeeper.Save(run),
            Lines = [.. run.Lines],
            Effects = [.. run.Effects],
            Warnings = [.. run.Warnings],
            Incidents = [.. run.Incidents.Skip(before?.Incidents.Length ?? 0)],
            NewBookmarks = [.. run.Bookmarks.Where(bookmark => !known.Contains(bookmark.Id))],
            BurnedBookmarks = [.. known.Where(id => !left.Contains(id)).Order(StringComparer.Ordinal)],
        };
    }

    private static IReadOnlyDictionary<string, object?> Together(
        IReadOnlyDictionary<string, object?> kept,
        IReadOnlyDictionary<string, object?> given
    )
    {
        if (given.Count == 0)
        {
            return kept;
        }

        var all = new ValueMap(kept);
        foreach (var (name, value) in given)
        {
            all[name] = value;
        }

        return all;
    }

    private static Burst Ignored(InstanceState state, string why) => new() { State = state, Ignored = why };
}
