using CaseFlow.Host.Processes;

namespace CaseFlow.Host.Workflows;

/// <summary>Hears of workflows that other hosts have published.</summary>
internal sealed class WorkflowListener(WorkflowCatalog catalog, TimeProvider time, ILogger<WorkflowListener> logger)
    : VersionListener(time, logger)
{
    protected override Task Load(CancellationToken cancellation) => catalog.Load(cancellation);
}
