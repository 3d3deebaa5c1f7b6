using System.Collections.Concurrent;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Webhooks.Outgoing;

/// <summary>
/// Sends what is due, each subscription's deliveries for themselves, so that an endpoint that is slow or gone keeps no
/// other one waiting. What is being sent when the host stops is sent again by whoever comes next.
/// </summary>
internal sealed partial class DeliveryDispatcher(
    DeliveryQueue queue,
    LaneSender sender,
    SubscriptionSecrets secrets,
    DeliveryBell bell,
    IDbContextFactory<CaseFlowDb> databases,
    IOptions<WebhookOptions> options,
    TimeProvider time,
    ILogger<DeliveryDispatcher> logger
) : BackgroundService
{
    private const int MostLanes = 64;

    // The clocks of two nodes never agree to the moment.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<Guid, Task> sending = new();
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> resting = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var ring = bell.Next();
                await Look(stoppingToken);
                await Bell.Wait(ring, options.Value.CheckEvery, time, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }

        await Task.WhenAll(sending.Values);
    }

    private async Task Look(CancellationToken stopping)
    {
        try
        {
            var now = time.GetUtcNow();
            foreach (var subscription in await queue.Due(now, stopping))
            {
                if (resting.GetValueOrDefault(subscription) <= now && sending.TryAdd(subscription, Task.CompletedTask))
                {
                    // It takes itself out when it is over, which may be before it is put in.
                    var work = Task.Run(() => SendDue(subscription, stopping), CancellationToken.None);
                    sending.TryUpdate(subscription, work, Task.CompletedTask);
                }
            }
        }
        catch (Exception missed) when (missed is not OperationCanceledException)
        {
            LogMissed(missed);
        }
    }

    private async Task SendDue(Guid subscription, CancellationToken stopping)
    {
        var goesOn = true;
        try
        {
            while (goesOn && !stopping.IsCancellationRequested)
            {
                goesOn = await SendSome(subscription, stopping);
            }
        }
#pragma warning disable CA1031 // One subscription that cannot be served keeps no other one waiting; it is tried again.
        catch (Exception failed)
#pragma warning restore CA1031
        {
            LogFailed(failed, subscription);
        }
        finally
        {
            sending.TryRemove(subscription, out _);
        }

        if (!goesOn)
        {
            bell.Ring(); // something may have come while the last look was over and this was not
        }
    }

    /// <summary>False where nothing was due.</summary>
    private async Task<bool> SendSome(Guid subscription, CancellationToken stopping)
    {
        var now = time.GetUtcNow();
        if (resting.GetValueOrDefault(subscription) > now || await Find(subscription, stopping) is not { } endpoint)
        {
            return false;
        }

        // A try takes at most twice the timeout: to the headers of the answer, and to the end of what is read of it.
        var sendUntil = now + (options.Value.Timeout * 4);
        var heldUntil = sendUntil + (options.Value.Timeout * 2) + Margin;
        var lanes = await queue.Take(subscription, now, heldUntil, MostLanes, stopping);
        if (lanes is [])
        {
            return false;
        }

        var outcomes = new ConcurrentBag<LaneOutcome>();
        await Parallel.ForEachAsync(
            lanes,
            new ParallelOptions { MaxDegreeOfParallelism = options.Value.Together },
            async (lane, _) =>
                outcomes.Add(await sender.Send(lane, endpoint, sendUntil, pause => Rest(subscription, pause), stopping))
        );

        // What was sent is kept even where the host stops: else it would be sent again.
        await queue.Settle([.. outcomes], CancellationToken.None);
        return true;
    }

    private async Task<Endpoint?> Find(Guid id, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var subscription = await db
            .Subscriptions.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == id && !row.IsPaused, cancellation);
        var kept = await db
            .SubscriptionSecrets.AsNoTracking()
            .Where(row => row.SubscriptionId == id)
            .ToListAsync(cancellation);
        return subscription is null ? null : Endpoint.Of(subscription, kept, secrets);
    }

    private void Rest(Guid subscription, TimeSpan pause)
    {
        resting[subscription] = time.GetUtcNow() + pause;
        LogResting(subscription, pause);
    }

    [LoggerMessage(
        LogLevel.Information,
        "The endpoint of subscription {Subscription} keeps failing and is left alone for {Pause}"
    )]
    private partial void LogResting(Guid subscription, TimeSpan pause);

    [LoggerMessage(LogLevel.Error, "Sending the deliveries of subscription {Subscription} failed; it is tried again")]
    private partial void LogFailed(Exception failed, Guid subscription);

    [LoggerMessage(LogLevel.Error, "Looking for deliveries that are due failed; the next look tries again")]
    private partial void LogMissed(Exception missed);
}
