using System.Threading.Channels;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Bulk;

/// <summary>
/// Works through the jobs, one after the other, many cases at a time. What came of them is saved batch by batch; a job that was left
/// half done, by this node or by one that is gone, goes on where it stood.
/// </summary>
internal sealed partial class BulkRunner(
    IDbContextFactory<CaseFlowDb> databases,
    BulkAsker asker,
    TimeProvider time,
    ILogger<BulkRunner> log
) : BackgroundService
{
    private const int BatchSize = 100;
    private const int AtATime = 8;

    // Short, as nobody goes on with a job before it is over; whoever works on one renews it, however long a batch takes.
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenRenewals = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    private readonly Guid self = Guid.NewGuid();

    /// <summary>There is a new job.</summary>
    public void Ring() => bell.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await Take(stoppingToken) is { } job)
                {
                    await Work(job, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever it was, the next look may go better, and other jobs must not wait for it.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                CannotGoOn(log, failure);
            }

            await WaitForBell(stoppingToken);
        }
    }

    private async Task WaitForBell(CancellationToken stopping)
    {
        using var look = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var ring = bell.Reader.WaitToReadAsync(look.Token).AsTask();
        await Task.WhenAny(ring, Task.Delay(BetweenLooks, time, look.Token));
        await look.CancelAsync();
        bell.Reader.TryRead(out _);
    }

    /// <summary>The oldest job that nobody works on, now held by this node.</summary>
    private async Task<BulkJobRow?> Take(CancellationToken stopping)
    {
        await using var db = await databases.CreateDbContextAsync(stopping);
        var now = time.GetUtcNow();
        var job = await db
            .BulkJobs.Where(row => row.EndedAt == null)
            .Where(row => row.HeldUntil == null || row.HeldUntil < now || row.HeldBy == self)
            .OrderBy(row => row.CreatedAt)
            .FirstOrDefaultAsync(stopping);
        if (job is null)
        {
            return null;
        }

        db.Entry(job).CurrentValues.SetValues(job with { HeldBy = self, HeldUntil = now + Hold });
        try
        {
            await db.SaveChangesAsync(stopping);
            return job;
        }
        catch (DbUpdateConcurrencyException)
        {
            return null; // another node was faster
        }
    }

    private async Task Work(BulkJobRow job, CancellationToken stopping)
    {
        try
        {
            using var working = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            var renewing = Renew(job, working.Token);
            try
            {
                while (await Batch(job, stopping))
                {
                    stopping.ThrowIfCancellationRequested();
                }
            }
            finally
            {
                await working.CancelAsync();
                await renewing;
            }
        }
        catch (OperationCanceledException)
        {
            await Save(job, [], hold: null, isEnd: false, CancellationToken.None);
            throw;
        }
    }

    private async Task Renew(BulkJobRow job, CancellationToken working)
    {
        using var timer = new PeriodicTimer(BetweenRenewals, time);
        try
        {
            while (await timer.WaitForNextTickAsync(working))
            {
                await using var db = await databases.CreateDbContextAsync(working);
                var until = time.GetUtcNow() + Hold;
                await db
                    .BulkJobs.Where(row => row.Id == job.Id && row.HeldBy == self && row.EndedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.HeldUntil, until), working);
            }
        }
        catch (OperationCanceledException) when (working.IsCancellationRequested)
        {
            // The job has ended, or the host stops.
        }
    }

    /// <summary>False where that was the last.</summary>
    private async Task<bool> Batch(BulkJobRow job, CancellationToken stopping)
    {
        List<BulkItemRow> items;
        await using (var db = await databases.CreateDbContextAsync(stopping))
        {
            items = await db.BulkJobs.AnyAsync(row => row.Id == job.Id && row.IsCancelled, stopping)
                ? []
                : await db
                    .BulkItems.AsNoTracking()
                    .Where(row => row.JobId == job.Id && row.Outcome == null)
                    .OrderBy(row => row.Position)
                    .Take(BatchSize)
                    .ToListAsync(stopping);
        }

        if (items.Count == 0)
        {
            await Save(job, [], hold: null, isEnd: true, CancellationToken.None);
            return false;
        }

        var done = new BulkItemRow[items.Count];
        await Parallel.ForAsync(
            0,
            items.Count,
            new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = stopping },
            async (index, cancellation) => done[index] = await Ask(job, items[index], cancellation)
        );
        await Save(job, done, Hold, isEnd: false, CancellationToken.None);
        return true;
    }

    private async Task<BulkItemRow> Ask(BulkJobRow job, BulkItemRow item, CancellationToken cancellation)
    {
        try
        {
            return await asker.Ask(job, item, cancellation);
        }
#pragma warning disable CA1031 // One case that cannot be had must not keep the others waiting.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            FailedAt(log, item.CaseId, job.Id, failure);
            return item with
            {
                Outcome = Outcome.Failed,
                Code = "failed",
                Detail = "The host failed at this. It is in its log.",
            };
        }
    }

    private async Task Save(
        BulkJobRow job,
        BulkItemRow[] done,
        TimeSpan? hold,
        bool isEnd,
        CancellationToken cancellation
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow();
        db.UpdateRange(done);
        var row = await db.BulkJobs.SingleAsync(one => one.Id == job.Id, cancellation);
        db.Entry(row)
            .CurrentValues.SetValues(
                row with
                {
                    HeldUntil = hold is { } length ? now + length : null,
                    EndedAt = isEnd ? now : null,
                }
            );
        await db.SaveChangesAsync(cancellation);
    }

    [LoggerMessage(LogLevel.Error, "Bulk jobs cannot go on just now")]
    private static partial void CannotGoOn(ILogger log, Exception failure);

    [LoggerMessage(LogLevel.Error, "Case {Case} of bulk job {Job} failed")]
    private static partial void FailedAt(ILogger log, Guid @case, Guid job, Exception failure);
}
