using CaseFlow.Storage;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Webhooks.Outgoing;

/// <summary>Sends what waits in a lane, one after the other, until one fails.</summary>
internal sealed partial class LaneSender(
    DeliveryQueue queue,
    WebhookSender sender,
    RetryPauses pauses,
    IOptions<WebhookOptions> options,
    TimeProvider time,
    ILogger<LaneSender> logger
)
{
    private const int MostAtOnce = 20;

    /// <param name="until">When others may take the lane: nothing is begun that might not end before.</param>
    /// <param name="rest">Told how long the endpoint is left alone, where it is.</param>
    public async Task<LaneOutcome> Send(
        DeliveryLaneRow lane,
        Endpoint endpoint,
        DateTimeOffset until,
        Action<TimeSpan> rest,
        CancellationToken cancellation
    )
    {
        var tried = ImmutableArray.CreateBuilder<DeliveryRow>();
        var waiting = await queue.Waiting(lane, MostAtOnce, cancellation);
        foreach (var delivery in waiting)
        {
            if (cancellation.IsCancellationRequested || time.GetUtcNow() >= until)
            {
                return new(lane, tried.ToImmutable(), IsEmpty: false, time.GetUtcNow());
            }

            SendResult result;
            try
            {
                result = await sender.Send(endpoint, delivery, cancellation);
            }
            catch (OperationCanceledException)
            {
                // Whether it arrived nobody knows; it is sent again.
                return new(lane, tried.ToImmutable(), IsEmpty: false, time.GetUtcNow());
            }

            if (result is not SendResult.Tried sent)
            {
                var pause = ((SendResult.Resting)result).For;
                rest(pause);
                return new(lane, tried.ToImmutable(), IsEmpty: false, time.GetUtcNow() + pause);
            }

            var after = After(delivery, sent);
            tried.Add(after);
            if (after.NextTryAt is { } next)
            {
                return new(lane, tried.ToImmutable(), IsEmpty: false, next);
            }
        }

        return new(lane, tried.ToImmutable(), IsEmpty: waiting.Length < MostAtOnce, time.GetUtcNow());
    }

    private DeliveryRow After(DeliveryRow delivery, SendResult.Tried sent)
    {
        var (now, tries) = (time.GetUtcNow(), delivery.Tries + 1);
        var status =
            sent.Error is null ? DeliveryStatus.Delivered
            : tries >= options.Value.MaxTries ? DeliveryStatus.Dead
            : DeliveryStatus.Waiting;
        if (status == DeliveryStatus.Dead)
        {
            LogDead(delivery.Id, tries, sent.Error!);
        }

        return delivery with
        {
            Status = status,
            Tries = tries,
            NextTryAt = status == DeliveryStatus.Waiting ? now + pauses.After(tries, sent.RetryAfter) : null,
            TriedAt = now,
            TookMilliseconds = (int)sent.Took.TotalMilliseconds,
            RequestHeaders = sent.RequestHeaders,
            ResponseStatus = sent.Status,
            ResponseBody = sent.Answer,
            Error = sent.Error,
        };
    }

    [LoggerMessage(LogLevel.Warning, "Delivery {Id} is a dead letter after {Tries} tries: {Error}")]
    private partial void LogDead(long id, int tries, string error);
}
