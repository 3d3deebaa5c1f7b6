using System.Threading.Channels;
using CaseFlow.Storage;

namespace CaseFlow.Host.Inbound;

/// <summary>
/// Has worked on what strangers sent: at once when something came, again after a pause when that failed, and what a host that
/// has died had taken. What fails too often is a dead letter, until somebody has it worked on again.
/// </summary>
/// <typeparam name="TRow">What came, as the store keeps it.</typeparam>
internal abstract class InboundBell<TRow>(InboundQueue<TRow> queue, InboundPace pace, TimeProvider time)
    : BackgroundService
    where TRow : InboundRow
{
    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    protected TimeProvider Time => time;

    /// <summary>There is something to do.</summary>
    public void LookSoon() => bell.Writer.TryWrite(true);

    /// <summary>Works on one, and writes down what came of it.</summary>
    protected abstract Task WorkOn(TRow row, bool isLastTry, CancellationToken cancellation);

    /// <summary>Why it failed, where that can be told to people; else null.</summary>
    protected abstract string? Explain(Exception failed);

    protected abstract Task GiveUp(TRow row, string why, CancellationToken cancellation);

    protected abstract void LogFailed(Exception failed, TRow row);

    protected abstract void LogMissed(Exception missed);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await WorkOnDue(stoppingToken) > 0)
                {
                    // The next of each lane could not be taken before.
                }
            }
            catch (Exception missed) when (missed is not OperationCanceledException)
            {
                LogMissed(missed); // the next look tries again
            }

            await WaitForBell(stoppingToken);
        }
    }

    private async Task WaitForBell(CancellationToken stopping)
    {
        using var look = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var ring = bell.Reader.WaitToReadAsync(look.Token).AsTask();
        await Task.WhenAny(ring, Task.Delay(pace.CheckEvery, time, look.Token));
        await look.CancelAsync();
        bell.Reader.TryRead(out _);
    }

    private async Task<int> WorkOnDue(CancellationToken cancellation)
    {
        var due = await queue.Take(time.GetUtcNow(), pace.HoldFor, pace.MostAtOnce, cancellation);
        await Parallel.ForEachAsync(
            due,
            new ParallelOptions { MaxDegreeOfParallelism = pace.Together, CancellationToken = cancellation },
            async (row, stopping) => await TryToWorkOn(row, stopping)
        );
        return due.Length;
    }

    private async Task TryToWorkOn(TRow row, CancellationToken cancellation)
    {
        var failures = row.Failures + 1;
        var isLastTry = failures >= pace.MaxTries;
        try
        {
            await WorkOn(row, isLastTry, cancellation);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            LogFailed(failed, row);
            var why = Explain(failed) ?? "The host failed at this. It is in its log.";
            await (
                isLastTry
                    ? GiveUp(row, why, cancellation)
                    : queue.PutOff(row, time.GetUtcNow() + pace.PauseAfter(failures), why, cancellation)
            );
        }
    }
}
