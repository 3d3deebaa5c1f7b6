using CaseFlow.Workflows.Running.Compiled;
using CaseFlow.Workflows.Running.State;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Running.Live;

/// <summary>Brings an instance back to go on with it.</summary>
internal static class StateLoader
{
    /// <param name="goesOn">Whether the burst that was paused for an answer goes on; else what only it knew is forgotten.</param>
    public static InstanceRun Load(
        MachineParts parts,
        CompiledWorkflow workflow,
        InstanceState state,
        DateTimeOffset now,
        bool goesOn
    )
    {
        var run = new InstanceRun(parts, workflow, state.InstanceId, now)
        {
            Name = state.Name,
            CorrelationId = state.CorrelationId,
            CreatedAt = state.CreatedAt,
            Bursts = state.Bursts + 1,
            Counter = state.Counter,
            KeptInput = new ValueMap(state.Input),
            Input = state.Input,
            Output = new ValueMap(state.Output),
        };
        run.Bookmarks.AddRange(state.Bookmarks);
        run.Incidents.AddRange(state.Incidents);
        LoadFrames(run, state, goesOn);
        if (goesOn && state.Paused is { } paused)
        {
            GoOn(run, paused);
        }

        return run;
    }

    private static void LoadFrames(InstanceRun run, InstanceState state, bool goesOn)
    {
        var frames = new Dictionary<int, Frame>();
        var gone = new Frame(run, 0, run.Workflow.Shell, holder: null) { Status = FrameStatus.Completed };
        run.Shell = gone;
        foreach (var kept in state.Frames)
        {
            var holder = kept.Parent is not { } parent ? null : frames.GetValueOrDefault(parent, gone);
            var frame = new Frame(run, kept.Id, Activity(run, kept.Workflow, kept.Activity), holder)
            {
                Tag = kept.Tag,
                CameBack = kept.CameBack,
                Status = kept.IsFaulted ? FrameStatus.Faulted : FrameStatus.Running,
                State = kept.State?.Copy(),
                Waits = state.Bookmarks.Count(bookmark => bookmark.Frame == kept.Id),
            };
            Restore(run, frame, kept, goesOn);
            frames.Add(kept.Id, run.Reopen(frame));
            run.Shell = holder is null ? frame : run.Shell;
        }
    }

    private static void Restore(InstanceRun run, Frame frame, FrameState kept, bool goesOn)
    {
        Scope.Declare(frame, item: null);
        if (kept.Holds is { } version)
        {
            frame.Holds = Workflow(run, version);
            Scope.DeclareHeld(frame, frame.Holds);
        }

        foreach (var variable in kept.Variables.Where(variable => variable.IsKept || goesOn))
        {
            var declared = frame.Variables?.Find(one => one.Id == variable.Id && one.Name == variable.Name);
            if (declared is null)
            {
                Scope.Add(
                    frame,
                    new Variable(variable.Id, variable.Name, DeclaredType.Object, variable.Value, variable.IsKept)
                );
            }
            else
            {
                declared.Restore(variable.Value);
            }
        }
    }

    private static void GoOn(InstanceRun run, PausedBurst paused)
    {
        run.Input = paused.Input;
        run.TriggerActivityId = paused.TriggerActivityId;
        run.TriggerAnswer = paused.Answer;
        run.LastResult = paused.LastResult;
        run.Outputs.AddRange(
            paused.Outputs.Select(record => new OutputRecord(
                record.Holder,
                Activity(run, record.Workflow, record.Activity),
                record.Name,
                record.Value
            ))
        );
    }

    private static CompiledActivity Activity(InstanceRun run, string? version, string nodeId) =>
        Workflow(run, version).ByNodeId(nodeId)
        ?? throw new InvalidOperationException(
            $"Instance {run.InstanceId} stands at '{nodeId}', and its workflow has no such activity; was the version changed?"
        );

    private static CompiledWorkflow Workflow(InstanceRun run, string? version) =>
        version is null
            ? run.Workflow
            : run.Parts.Find(version, definitionId: null, activityType: null)
                ?? throw new InvalidOperationException(
                    $"Instance {run.InstanceId} runs version '{version}' of a workflow, which is not there any more."
                );
}
