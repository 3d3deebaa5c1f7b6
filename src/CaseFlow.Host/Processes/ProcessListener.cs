namespace CaseFlow.Host.Processes;

/// <summary>Hears of processes that other hosts have published. Bringing cases over is left to who published.</summary>
internal sealed class ProcessListener(ProcessCatalog catalog, TimeProvider time, ILogger<ProcessListener> logger)
    : VersionListener(time, logger)
{
    protected override Task Load(CancellationToken cancellation) => catalog.Load(cancellation);
}
