using CaseFlow.Storage;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Events;

/// <summary>
/// Works on what was appended, as soon as this process has appended something, and now and then because another one may
/// have. A failure costs nothing but time: the next look begins where the last one ended well.
/// </summary>
internal abstract partial class OutboxFollower(
    OutboxBell appended,
    IOptions<EventsOptions> options,
    TimeProvider time,
    ILogger logger
) : BackgroundService
{
    protected TimeProvider Time => time;

    /// <summary>What it does, as the log says it: <c>Making deliveries of what happened</c>.</summary>
    protected abstract string Work { get; }

    /// <summary>False where there was nothing to read.</summary>
    protected abstract Task<bool> WorkOnSome(CancellationToken cancellation);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var ring = appended.Next();
            try
            {
                if (await WorkOnSome(stoppingToken))
                {
                    continue;
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever it was, the next look may go better.
            catch (Exception missed)
#pragma warning restore CA1031
            {
                LogMissed(missed, Work);
            }

            try
            {
                await Bell.Wait(ring, options.Value.CheckEvery, time, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "{Work} failed; the next look tries again")]
    private partial void LogMissed(Exception missed, string work);
}
