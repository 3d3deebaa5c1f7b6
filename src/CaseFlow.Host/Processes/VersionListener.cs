namespace CaseFlow.Host.Processes;

/// <summary>Hears of versions that other hosts on the same store have published, within about a second.</summary>
internal abstract partial class VersionListener(TimeProvider time, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>Takes what it does not know yet.</summary>
    protected abstract Task Load(CancellationToken cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(LookEvery, time);
        var missedBefore = "";
        while (await tick.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Load(stoppingToken);
                missedBefore = "";
            }
            catch (Exception missed) when (missed is not OperationCanceledException)
            {
                // A version that only a newer release can read stays so for as long as the releases differ.
                if (missed.Message != missedBefore)
                {
                    LogMissed(logger, missed);
                    missedBefore = missed.Message;
                }
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Looking for what other hosts have published failed; the next look tries again")]
    private static partial void LogMissed(ILogger logger, Exception missed);
}
