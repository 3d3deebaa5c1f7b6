using System.Threading.Channels;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Staffing;
using CaseFlow.Host.Cases;
using CaseFlow.Host.Processes;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Queues;

/// <summary>
/// A bell for waiting cases: rings as soon as somebody may have become free, and each second for what nobody told of, such
/// as another node. It only asks each case to look again; the case decides, so that a bell too many changes nothing.
/// </summary>
internal sealed partial class QueueOffers(
    ProcessCatalog processes,
    StaffReader staff,
    QueueItems items,
    IDbContextFactory<CaseFlowDb> databases,
    IGrainFactory grains,
    TimeProvider time,
    ILogger<QueueOffers> logger
) : BackgroundService
{
    private const int Together = 50;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly Channel<bool> rung = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>Somebody may have become free. Does not wait for what comes of it.</summary>
    public void LookSoon() => rung.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var tick = time.CreateTimer(_ => LookSoon(), null, LookEvery, LookEvery);
        await foreach (var _ in rung.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await LookAtAll(stoppingToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                LogFailed(failed); // the next bell tries again
            }
        }
    }

    // Queues of the newest versions: a case that stands in another one is brought over, or picked by hand.
    private async Task LookAtAll(CancellationToken cancellation)
    {
        foreach (var process in processes.All.Values.Select(published => published.Process))
        {
            foreach (var queue in process.Parts.Queues)
            {
                if (queue.Assign != AssignmentStrategy.Manual && await IsWaitedIn(process, queue, cancellation))
                {
                    await GiveAway(process, queue, cancellation);
                }

                if (queue.Overflow is { LongerThan: { } longest })
                {
                    await MoveOn(process, queue, time.GetUtcNow() - longest, cancellation);
                }
            }
        }
    }

    private async Task<bool> IsWaitedIn(CaseProcess process, QueueDefinition queue, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.QueueItems.AnyAsync(
            row => row.Process == process.Key && row.Queue == queue.Key && row.Worker == null,
            cancellation
        );
    }

    /// <summary>Offers the waiting cases in their order, for as long as somebody can take one.</summary>
    private async Task GiveAway(CaseProcess process, QueueDefinition queue, CancellationToken cancellation)
    {
        while (
            await CanGive(process, queue, cancellation) && await NextOf(process, queue, cancellation) is [_, ..] next
        )
        {
            var given = 0;
            foreach (var id in next)
            {
                if (await grains.Case(id).Offer())
                {
                    given++;
                }
                else if (!await CanGive(process, queue, cancellation))
                {
                    return;
                }
            }

            if (given == 0)
            {
                return;
            }
        }
    }

    private async Task<bool> CanGive(CaseProcess process, QueueDefinition queue, CancellationToken cancellation) =>
        await staff.Look(process.Key, [queue], cancellation) is [var seen]
        && Assignment.Choose(queue, seen, time.GetUtcNow()) is not null;

    private async Task<List<Guid>> NextOf(CaseProcess process, QueueDefinition queue, CancellationToken cancellation)
    {
        var next = await items.InOrder(OfferOrder.Waiting(process, queue), Together, cancellation);
        return [.. next.Select(one => one.CaseId)];
    }

    private async Task MoveOn(
        CaseProcess process,
        QueueDefinition queue,
        DateTimeOffset since,
        CancellationToken cancellation
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var late = await db
            .QueueItems.AsNoTracking()
            .Where(row => row.Process == process.Key && row.Queue == queue.Key && row.Worker == null)
            .Where(row => row.Since <= since)
            .OrderBy(row => row.Since)
            .Take(Together)
            .Select(row => row.CaseId)
            .ToListAsync(cancellation);
        foreach (var id in late)
        {
            await grains.Case(id).Offer();
        }
    }

    [LoggerMessage(LogLevel.Error, "Offering waiting cases stopped; it goes on within a second")]
    private partial void LogFailed(Exception failed);
}
