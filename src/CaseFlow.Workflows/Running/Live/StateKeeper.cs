using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running.Live;

/// <summary>Writes down an instance at the end of a burst.</summary>
internal static class StateKeeper
{
    public static InstanceState Save(InstanceRun run)
    {
        var definition = run.Workflow.Definition;
        var (status, subStatus) = Status(run);
        var isPaused = run.Bookmarks.Exists(bookmark => bookmark.IsCall);
        return new InstanceState
        {
            InstanceId = run.InstanceId,
            DefinitionId = definition.DefinitionId,
            VersionId = definition.VersionId,
            Version = definition.Version,
            Status = status,
            SubStatus = subStatus,
            Name = run.Name,
            CorrelationId = run.CorrelationId,
            CreatedAt = run.CreatedAt,
            UpdatedAt = run.Now,
            Bursts = run.Bursts,
            Counter = run.Counter,
            Input = new ValueMap(run.KeptInput),
            Output = new ValueMap(run.Output),
            Frames = [.. run.Open.OrderBy(frame => frame.Id).Select(frame => Frame(run, frame, isPaused))],
            Bookmarks = [.. run.Bookmarks],
            Incidents = [.. run.Incidents],
            Paused = isPaused ? Paused(run) : null,
        };
    }

    private static (InstanceStatus Status, InstanceSubStatus SubStatus) Status(InstanceRun run) =>
        run switch
        {
            { IsCancelled: true } => (InstanceStatus.Finished, InstanceSubStatus.Cancelled),
            { IsFinished: true } => (InstanceStatus.Finished, InstanceSubStatus.Finished),
            _ when HasFaulted(run) => (InstanceStatus.Finished, InstanceSubStatus.Faulted),
            { Open: [] } => (InstanceStatus.Finished, InstanceSubStatus.Finished),
            _ => (InstanceStatus.Running, InstanceSubStatus.Suspended),
        };

    private static bool HasFaulted(InstanceRun run) =>
        run.IsOverrun
        || run.Workflow.Definition.Options.Incidents == IncidentStrategy.Fault
            && run.Incidents.Exists(incident => !incident.IsMended);

    private static FrameState Frame(InstanceRun run, Frame frame, bool isPaused) =>
        new()
        {
            Id = frame.Id,
            Parent = frame.Holder?.Id,
            Workflow = VersionOf(run, frame.Activity.Workflow),
            Activity = frame.Activity.NodeId,
            Holds = frame.Holds?.Definition.VersionId,
            IsFaulted = frame.Status == FrameStatus.Faulted,
            Tag = frame.Tag,
            CameBack = frame.CameBack,
            Variables =
            [
                .. (frame.Variables ?? [])
                    .Where(variable => variable.IsKept || isPaused)
                    .Select(variable => new VariableState(variable.Id, variable.Name, variable.Value, variable.IsKept)),
            ],
            State = frame.State?.Copy(),
        };

    private static PausedBurst Paused(InstanceRun run) =>
        new()
        {
            Input = new ValueMap(run.Input),
            TriggerActivityId = run.TriggerActivityId,
            Answer = run.TriggerAnswer,
            LastResult = run.LastResult,
            Outputs =
            [
                .. run.Outputs.Select(record => new RecordedOutput(
                    record.Holder,
                    VersionOf(run, record.Activity.Workflow),
                    record.Activity.NodeId,
                    record.Name,
                    record.Value
                )),
            ],
        };

    private static string? VersionOf(InstanceRun run, Compiled.CompiledWorkflow workflow) =>
        ReferenceEquals(workflow, run.Workflow) ? null : workflow.Definition.VersionId;
}
