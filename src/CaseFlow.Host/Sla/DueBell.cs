namespace CaseFlow.Host.Sla;

/// <summary>Looks now and then for rows that are due, and rings them; as long as there are more than it takes at once, it goes on.</summary>
internal abstract partial class DueBell(TimeSpan checkEvery, TimeProvider time, ILogger logger) : BackgroundService
{
    protected TimeProvider Time => time;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(checkEvery, time);
        do
        {
            try
            {
                while (await RingDue(stoppingToken))
                {
                    // There is more; the next tick would be too late for it.
                }
            }
            catch (Exception missed) when (missed is not OperationCanceledException)
            {
                LogMissed(logger, missed); // the next tick tries again
            }
        } while (await tick.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Rings what is due now; true where there may be more.</summary>
    protected abstract Task<bool> RingDue(CancellationToken cancellation);

    [LoggerMessage(LogLevel.Error, "Looking for what is due failed; the next look tries again")]
    private static partial void LogMissed(ILogger logger, Exception missed);
}
