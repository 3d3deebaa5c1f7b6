using CaseFlow.Host.Events;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Webhooks.Outgoing;

/// <summary>
/// Turns what happens into deliveries: for each event one to each subscription that wants to hear of it. How far it is
/// moves on in the transaction that adds them, so that no event is passed by and none is added twice, whoever else does the same.
/// </summary>
internal sealed class DeliveryMaker(
    EventFeed feed,
    DeliveryQueue queue,
    SubscriptionConditions conditions,
    OutboxBell appended,
    DeliveryBell bell,
    IDbContextFactory<CaseFlowDb> databases,
    IOptions<EventsOptions> options,
    TimeProvider time,
    ILogger<DeliveryMaker> logger
) : OutboxFollower(appended, options, time, logger)
{
    protected override string Work => "Making deliveries of what happened";

    protected override async Task<bool> WorkOnSome(CancellationToken cancellation)
    {
        if (await queue.Start(cancellation) is not { } start)
        {
            return false;
        }

        var from = await queue.Position(cancellation);
        var (events, readTo) = await feed.After(EventCursor.After(Math.Max(from, start)), cancellation);
        if (events.Count == 0)
        {
            return false;
        }

        // Read after the events: whoever subscribed before something happened is seen by now.
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var subscriptions = await db.Subscriptions.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellation);
        var now = Time.GetUtcNow();
        var deliveries = new List<DeliveryRow>();
        foreach (var told in events)
        {
            foreach (var subscription in subscriptions)
            {
                if (await Wants(subscription, told, cancellation))
                {
                    deliveries.Add(Make(subscription, told, now));
                }
            }
        }

        if (!await queue.Add(from, readTo, deliveries, now, cancellation))
        {
            return false;
        }

        bell.Ring();
        return true;
    }

    private async ValueTask<bool> Wants(SubscriptionRow subscription, ToldEvent told, CancellationToken cancellation) =>
        told.Cursor.Place > subscription.Since
        && Subscribed.Types(subscription).Include(told.Type)
        && (subscription.Process is null || subscription.Process == told.After.Process)
        && (
            subscription.Condition is not { } condition
            || await conditions.Holds(condition, told.After, told.Event, cancellation)
        );

    private static DeliveryRow Make(SubscriptionRow subscription, ToldEvent told, DateTimeOffset now) =>
        new()
        {
            SubscriptionId = subscription.Id,
            CaseId = told.After.Id.Value,
            Position = told.Cursor.Position,
            EventId = told.Id,
            Type = told.Type,
            Body = told.Body.Value,
            Status = DeliveryStatus.Waiting,
            CreatedAt = now,
        };
}
