using System.Threading.Channels;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.Cases;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Processes;

/// <summary>
/// Tells open cases of a version that means something for them: one whose mapping knows where they stand brings them over,
/// one with other clocks or timed moves has them look at the time. A case that gets a command meanwhile does so with it.
/// </summary>
internal sealed partial class CaseCarrier(
    IDbContextFactory<CaseFlowDb> databases,
    IGrainFactory grains,
    TimeProvider time,
    ILogger<CaseCarrier> logger
) : BackgroundService
{
    private const int Together = 64;

    private readonly Channel<Publication> published = Channel.CreateUnbounded<Publication>();

    /// <summary>Asks for the open cases of this version's process to be told; does not wait for it.</summary>
    /// <param name="before">The version that was the newest so far; null where there was none.</param>
    public void Carry(CaseProcess process, CaseProcess? before)
    {
        var isTimed = before is not null && before.Timing != process.Timing;
        if (isTimed || process.Parts.Migrate != MigrationMap.None)
        {
            published.Writer.TryWrite(new Publication(process, isTimed));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (process, isTimed) in published.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                if (process.Parts.Migrate != MigrationMap.None)
                {
                    await BringOver(process, stoppingToken);
                }

                if (isTimed)
                {
                    await RingAll(process, stoppingToken);
                }
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                LogFailed(failed, process.Key); // each case still comes over with its next command
            }
        }
    }

    private async Task BringOver(CaseProcess process, CancellationToken cancellation)
    {
        var count = 0;
        var after = Guid.Empty;
        while (await NextOf(process, after, cancellation) is [.., var last] page)
        {
            await Parallel.ForEachAsync(page, cancellation, async (id, _) => await grains.Case(id).CarryOver());
            count += page.Count;
            after = last;
        }

        LogCarried(count, process.Key);
    }

    private async Task RingAll(CaseProcess process, CancellationToken cancellation)
    {
        var count = 0;
        var after = Guid.Empty;
        while (await NextOpen(process, after, cancellation) is [.., var last] page)
        {
            await Parallel.ForEachAsync(
                page,
                cancellation,
                async (id, _) => await grains.Case(id).Ring(time.GetUtcNow())
            );
            count += page.Count;
            after = last;
        }

        LogTimed(count, process.Key);
    }

    private async Task<List<Guid>> NextOpen(CaseProcess process, Guid after, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db
            .Cases.AsNoTracking()
            .Where(row => row.Process == process.Key && row.State == CaseState.Active && row.Id > after)
            .OrderBy(row => row.Id)
            .Take(Together)
            .Select(row => row.Id)
            .ToListAsync(cancellation);
    }

    private async Task<List<Guid>> NextOf(CaseProcess process, Guid after, CancellationToken cancellation)
    {
        var statuses = process.Parts.Statuses.Select(status => status.Key).ToList();
        var stages = process.Parts.Stages.Select(stage => stage.Key).ToList();
        var queues = process.Parts.Queues.Select(queue => queue.Key).ToList();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db
            .Cases.AsNoTracking()
            .Where(row => row.Process == process.Key && row.State == CaseState.Active)
            .Where(row =>
                !statuses.Contains(row.Status)
                || (row.Stage == null ? stages.Count > 0 : !stages.Contains(row.Stage))
                || (row.Queue != null && !queues.Contains(row.Queue))
            )
            .Where(row => row.Id > after)
            .OrderBy(row => row.Id)
            .Take(Together)
            .Select(row => row.Id)
            .ToListAsync(cancellation);
    }

    [LoggerMessage(LogLevel.Information, "{Count} open cases of {Process} were brought over to its newest version")]
    private partial void LogCarried(int count, string process);

    [LoggerMessage(LogLevel.Information, "{Count} open cases of {Process} follow the times of its newest version")]
    private partial void LogTimed(int count, string process);

    [LoggerMessage(
        LogLevel.Error,
        "Bringing open cases of {Process} over stopped; each comes over with its next command"
    )]
    private partial void LogFailed(Exception failed, string process);

    /// <param name="IsTimed">It has other clocks or timed moves than the version before.</param>
    private sealed record Publication(CaseProcess Process, bool IsTimed);
}
