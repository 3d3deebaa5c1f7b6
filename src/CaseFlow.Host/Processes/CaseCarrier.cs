using System.Threading.Channels;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.Cases;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Processes;

/// <summary>
/// Brings open cases over to a version whose mapping knows where they stand. A case that gets a command meanwhile comes
/// over with it; one that is not reached before a stop comes over at the next start.
/// </summary>
internal sealed partial class CaseCarrier(
    IDbContextFactory<CaseFlowDb> databases,
    IGrainFactory grains,
    ILogger<CaseCarrier> logger
) : BackgroundService
{
    private const int Together = 64;

    private readonly Channel<CaseProcess> published = Channel.CreateUnbounded<CaseProcess>();

    /// <summary>Asks for the open cases of this version's process to be brought over; does not wait for it.</summary>
    public void Carry(CaseProcess process)
    {
        if (process.Parts.Migrate != MigrationMap.None)
        {
            published.Writer.TryWrite(process);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var process in published.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await BringOver(process, stoppingToken);
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
            await Parallel.ForEachAsync(
                page,
                cancellation,
                async (id, _) => await grains.GetGrain<ICaseGrain>(id).CarryOver()
            );
            count += page.Count;
            after = last;
        }

        LogCarried(count, process.Key);
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

    [LoggerMessage(
        LogLevel.Error,
        "Bringing open cases of {Process} over stopped; each comes over with its next command"
    )]
    private partial void LogFailed(Exception failed, string process);
}
