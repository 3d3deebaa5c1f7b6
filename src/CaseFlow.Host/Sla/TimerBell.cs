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
) : DueBell(options.Value.CheckEvery, time, logger)
{
    private const int MostAtOnce = 1_000;

    // A bell that is this late is worth a line in the log: somebody is waiting.
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(5);

    // A timer that was not there at the last look has waited since then at most, even if it is of long ago, as in an imported case.
    private DateTimeOffset nothingBefore;

    protected override async Task<bool> RingDue(CancellationToken cancellation)
    {
        var now = Time.GetUtcNow();
        var due = await timers.Take(now, options.Value.HoldFor, MostAtOnce, cancellation);
        if (due is [var oldest, ..] && now - Later(oldest.Due, nothingBefore) is var waited && waited > Late)
        {
            LogLate(due.Length, waited);
        }

        if (due.Length < MostAtOnce)
        {
            nothingBefore = now;
        }

        await Parallel.ForEachAsync(
            due.Select(timer => timer.Case).Distinct(),
            new ParallelOptions { MaxDegreeOfParallelism = options.Value.Together, CancellationToken = cancellation },
            async (id, _) => await Ring(id, now)
        );
        return due.Length == MostAtOnce;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    // One case that cannot be rung keeps no other one waiting; it is tried again when nobody holds it any more.
    private async Task Ring(Guid id, DateTimeOffset now)
    {
        try
        {
            await grains.Case(id).Ring(now);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            LogFailed(failed, id);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Timers that ring late: {Count}, the oldest has waited {Late}")]
    private partial void LogLate(int count, TimeSpan late);

    [LoggerMessage(LogLevel.Error, "Ringing case {CaseId} failed; it is tried again")]
    private partial void LogFailed(Exception failed, Guid caseId);
}
