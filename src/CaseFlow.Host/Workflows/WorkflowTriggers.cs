using System.Runtime.CompilerServices;
using CaseFlow.Host.Events;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Running;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Host.Workflows;

/// <summary>What starts workflows: the triggers of the newest version of each.</summary>
internal sealed class WorkflowTriggers(WorkflowCatalog catalog, WorkflowMachine machine, TimeProvider time)
{
    private readonly ConditionalWeakTable<WorkflowDefinition, IReadOnlyList<WorkflowTrigger>> found = [];

    /// <summary>All that start anything at all are without a failure.</summary>
    public IReadOnlyList<WorkflowTrigger> Of(PublishedWorkflow published) =>
        found.GetValue(published.Definition, one => machine.Triggers(one, time.GetUtcNow()));

    /// <summary>The trigger as it is now: when a timer is due next.</summary>
    public WorkflowTrigger? Now(PublishedWorkflow published, string activity) =>
        machine.Triggers(published.Definition, time.GetUtcNow()).FirstOrDefault(one => one.ActivityId == activity);

    public IEnumerable<(PublishedWorkflow Workflow, WorkflowTrigger Trigger)> ForEvent(string name) =>
        All(BookmarkKind.Event).Where(one => one.Trigger.Name == name);

    /// <summary>Those that start by a request.</summary>
    public IEnumerable<(PublishedWorkflow Workflow, WorkflowTrigger Trigger)> ForRequests => All(BookmarkKind.Http);

    /// <summary>Those that start by what happens to cases.</summary>
    public IEnumerable<(PublishedWorkflow Workflow, WorkflowTrigger Trigger)> ForCases => All(BookmarkKind.CaseEvent);

    /// <summary>Whether a trigger or a wait of these words is for this type of event.</summary>
    public static bool Includes(string? name, string type) =>
        name is null or "" || EventTypes.Known([.. name.Split(',').Select(one => one.Trim())]).Include(type);

    private IEnumerable<(PublishedWorkflow Workflow, WorkflowTrigger Trigger)> All(BookmarkKind kind) =>
        catalog.All.Values.SelectMany(one =>
            Of(one).Where(trigger => trigger.Kind == kind && trigger.Failure is null).Select(trigger => (one, trigger))
        );
}
