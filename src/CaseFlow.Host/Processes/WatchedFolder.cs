namespace CaseFlow.Host.Processes;

/// <summary>Watches files in a folder: what was saved since the look before is taken within a second.</summary>
internal abstract partial class WatchedFolder(SavedFiles files, TimeProvider time, ILogger logger) : BackgroundService
{
    /// <summary>Who publishes what is saved in the folder.</summary>
    public const string Publisher = "folder";

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(150);

    protected SavedFiles Files => files;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(LookEvery, time);
        while (await tick.WaitForNextTickAsync(stoppingToken))
        {
            var changes = files.Look();
            try
            {
                await Take(changes, stoppingToken);
            }
            catch (Exception missed) when (missed is not OperationCanceledException)
            {
                files.LookAgainAt(changes.Saved);
                LogMissed(logger, missed); // the next tick tries again
            }
        }
    }

    protected abstract Task Take(SavedFiles.Changes changes, CancellationToken cancellation);

    [LoggerMessage(LogLevel.Error, "Looking at the folder of definitions failed; the next look tries again")]
    private static partial void LogMissed(ILogger logger, Exception missed);
}
