using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Workflows;

/// <summary>Finds the grain of an instance.</summary>
internal static class WorkflowGrains
{
    private static GrainKind? kind;

    public static IWorkflowGrain Workflow(this IGrainFactory grains, string id) =>
        (kind ??= GrainKind.Of(grains.GetGrain<IWorkflowGrain>(id))).Find<IWorkflowGrain>(grains, IdSpan.Create(id));
}
