using CaseFlow.Host.Cases;
using CaseFlow.Storage;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Sla;

/// <summary>
/// Rings the cases whose timers are due. It knows no rule: the case decides whether it still matters, and the append that
/// follows from it takes the timer off or sets the next one.
/// </summary>
internal sealed partial class TimerBell(
    DueTimers timers,
    IGrainFactory grains,
    IOptions<SlaOptions> options,
    TimeProvider time,
    ILogger<TimerBell> logger
) : BackgroundService
{
    private const int MostAtOnce = 1_000;

    // A bell that is this late is worth a line in the log: somebody is waiting.
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(options.Value.CheckEvery, time);
        do
        {
            try
            {
                while (await RingDue(stoppingToken) == MostAtOnce)
                {
                    // There is more; the next tick would be too late for it.
                }
            }
            catch (Exception missed) when (missed is not OperationCanceledException)
            {
                LogMissed(missed); // the next tick tries again
            }
        } while (await tick.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Rings what is due now, the oldest first, and says how many timers that were.</summary>
    private async Task<int> RingDue(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var due = await timers.Take(now, options.Value.HoldFor, MostAtOnce, cancellation);
        if (due is [var oldest, ..] && now - oldest.Due > Late)
        {
            LogLate(due.Length, now - oldest.Due);
        }

        await Parallel.ForEachAsync(
            due.Select(timer => timer.Case).Distinct(),
            new ParallelOptions { MaxDegreeOfParallelism = options.Value.Together, CancellationToken = cancellation },
            async (id, _) => await Ring(id, now)
        );
        return due.Length;
    }

    // One case that cannot be rung keeps no other one waiting; it is tried again when nobody holds it any more.
    private async Task Ring(Guid id, DateTimeOffset now)
    {
        try
        {
            await grains.GetGrain<ICaseGrain>(id).Ring(now);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            LogFailed(failed, id);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Count} timers are due, the oldest since {Late}")]
    private partial void LogLate(int count, TimeSpan late);

    [LoggerMessage(LogLevel.Error, "Ringing case {CaseId} failed; it is tried again")]
    private partial void LogFailed(Exception failed, Guid caseId);

    [LoggerMessage(LogLevel.Error, "Looking for due timers failed; the next look tries again")]
    private partial void LogMissed(Exception missed);
}
