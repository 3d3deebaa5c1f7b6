using System.Threading.Channels;
using CaseFlow.Storage;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Webhooks.Incoming;

/// <summary>
/// Has the deliveries worked on: at once when one came, again after a pause when that failed, and those of a host that has
/// died. What fails too often is a dead letter, until somebody has it worked on again.
/// </summary>
internal sealed partial class HookBell(
    InboundDeliveries deliveries,
    HookWorker worker,
    IOptions<HookOptions> options,
    TimeProvider time,
    ILogger<HookBell> logger
) : BackgroundService
{
    private const int MostAtOnce = 64;

    private static readonly TimeSpan TrimEvery = TimeSpan.FromHours(1);

    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    private DateTimeOffset trimAt;

    /// <summary>There is something to do.</summary>
    public void LookSoon() => bell.Writer.TryWrite(true);

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

                await Trim(stoppingToken);
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
        await Task.WhenAny(ring, Task.Delay(options.Value.CheckEvery, time, look.Token));
        await look.CancelAsync();
        bell.Reader.TryRead(out _);
    }

    private async Task<int> WorkOnDue(CancellationToken cancellation)
    {
        var due = await deliveries.Take(time.GetUtcNow(), options.Value.HoldFor, MostAtOnce, cancellation);
        await Parallel.ForEachAsync(
            due,
            new ParallelOptions { MaxDegreeOfParallelism = options.Value.Together, CancellationToken = cancellation },
            async (delivery, stopping) => await WorkOn(delivery, stopping)
        );
        return due.Length;
    }

    private async Task WorkOn(InboundDeliveryRow delivery, CancellationToken cancellation)
    {
        try
        {
            var results = await worker.WorkOn(delivery, cancellation);
            await End(delivery, HookOutcomes.StateOf(results), results, null, cancellation);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            LogFailed(failed, delivery.Id, delivery.Hook);
            await Fail(delivery, failed, cancellation);
        }
    }

    private async Task Fail(InboundDeliveryRow delivery, Exception failed, CancellationToken cancellation)
    {
        var why = failed is HookTrouble ? failed.Message : "The host failed at this. It is in its log.";
        if (delivery.Failures + 1 >= options.Value.MaxTries)
        {
            await End(delivery, HookOutcomes.Dead, [], why, cancellation);
        }
        else
        {
            await deliveries.PutOff(delivery, time.GetUtcNow() + PauseAfter(delivery.Failures), why, cancellation);
        }
    }

    private Task<bool> End(
        InboundDeliveryRow delivery,
        string state,
        ImmutableArray<HookResult> results,
        string? detail,
        CancellationToken cancellation
    ) =>
        deliveries.End(
            delivery,
            state,
            System.Text.Json.JsonSerializer.Serialize(results, HookJson.Default.ImmutableArrayHookResult),
            detail,
            time.GetUtcNow(),
            cancellation
        );

    // With up to a fifth more, so that what failed together does not come back together.
    private TimeSpan PauseAfter(int failures)
    {
        var pause = options.Value.FirstPause * Math.Pow(2, Math.Min(failures, 30));
        var most = options.Value.LongestPause;
        return (pause < most ? pause : most) * (1 + (Random.Shared.NextDouble() / 5));
    }

    private async Task Trim(CancellationToken cancellation)
    {
        if (time.GetUtcNow() is var now && now >= trimAt)
        {
            trimAt = now + TrimEvery;
            await deliveries.Trim(now - options.Value.KeepFor, cancellation);
        }
    }

    [LoggerMessage(LogLevel.Error, "Delivery {Delivery} of webhook {Webhook} failed")]
    private partial void LogFailed(Exception failed, Guid delivery, string webhook);

    [LoggerMessage(LogLevel.Error, "Looking for deliveries failed; the next look tries again")]
    private partial void LogMissed(Exception missed);
}
