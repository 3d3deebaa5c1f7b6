using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Running.Compiled;
using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running;

/// <summary>Finds what starts instances. Only variables at their defaults are there to be looked at.</summary>
internal static class TriggerFinder
{
    public static ImmutableArray<WorkflowTrigger> Find(
        MachineParts parts,
        CompiledWorkflow workflow,
        DateTimeOffset now
    )
    {
        var run = new InstanceRun(parts, workflow, "trigger", now);
        var shell = new Frame(run, 0, workflow.Shell, holder: null);
        run.Shell = shell;
        Scope.Declare(shell, item: null);
        var found = ImmutableArray.CreateBuilder<WorkflowTrigger>();
        Visit(workflow.Shell.Activities[0], shell, found);
        return found.DrainToImmutable();
    }

    private static void Visit(CompiledActivity activity, Frame holder, ImmutableArray<WorkflowTrigger>.Builder found)
    {
        var frame = new Frame(holder.Run, 0, activity, holder);
        Scope.Declare(frame, item: null);
        if (activity is { Executor: TriggerExecutor executor, Node.CanStart: true })
        {
            found.Add(Trigger(executor, frame));
        }

        foreach (var child in activity.Children)
        {
            Visit(child, frame, found);
        }
    }

    private static WorkflowTrigger Trigger(TriggerExecutor executor, Frame frame)
    {
        var (id, type) = (frame.Activity.Id, frame.Activity.Node.Type);
        try
        {
            var wanted = executor.Wanted(frame);
            return new WorkflowTrigger(
                id,
                type,
                wanted.Kind,
                wanted.Name,
                wanted.DueAt,
                wanted.Interval,
                wanted.Details
            );
        }
        catch (Exception failed) when (failed is ActivityFailed or ExpressionFailed)
        {
            return new WorkflowTrigger(id, type, BookmarkKind.Event, null, null, null, []) { Failure = failed.Message };
        }
    }
}
