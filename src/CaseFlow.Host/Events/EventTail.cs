using CaseFlow.Storage;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Events;

/// <summary>
/// Reads what happens once for all streams of this host. While nobody listens, nothing is read; a stream on which nothing
/// happens costs a heartbeat now and then.
/// </summary>
internal sealed partial class EventTail(
    EventFeed feed,
    OutboxReader outbox,
    OutboxBell bell,
    IOptions<EventsOptions> options,
    TimeProvider time,
    ILogger<EventTail> logger
) : BackgroundService
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly Bell somebodyListens = new();
    private ImmutableArray<Listener> listeners = [];
    private long position;

    /// <summary>Begins to follow: the listener is told all that stands after its place.</summary>
    public async Task<Listener> Listen(EventFilter filter, Action cutOff, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            position = listeners.IsEmpty ? await outbox.Last(cancellation) : position;
            var listener = new Listener(filter, position, cutOff);
            listeners = listeners.Add(listener);
            somebodyListens.Ring();
            return listener;
        }
        finally
        {
            turn.Release();
        }
    }

    public async Task Leave(Listener listener)
    {
        await turn.WaitAsync();
        listeners = listeners.Remove(listener);
        turn.Release();
    }

    public override void Dispose()
    {
        turn.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var beats = time.CreateTimer(
            _ => Beat(),
            null,
            options.Value.HeartbeatEvery,
            options.Value.HeartbeatEvery
        );
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var (appended, listened) = (bell.Next(), somebodyListens.Next());
                if (listeners.IsEmpty)
                {
                    await listened.WaitAsync(stoppingToken);
                }
                else if (!await TellSome(stoppingToken))
                {
                    await Bell.Wait(appended, options.Value.CheckEvery, time, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }

        foreach (var listener in listeners)
        {
            listener.Close();
        }
    }

    /// <summary>False where there was nothing to tell.</summary>
    private async Task<bool> TellSome(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            var (told, readTo) = await feed.After(EventCursor.After(position), cancellation);
            foreach (var listener in listeners)
            {
                if (!told.All(listener.Offer))
                {
                    listeners = listeners.Remove(listener);
                }
            }

            position = readTo;
            return told is not [];
        }
        catch (Exception missed) when (missed is not OperationCanceledException)
        {
            LogMissed(missed);
            return false; // the next look tries again
        }
        finally
        {
            turn.Release();
        }
    }

    // The place goes with it, so that a stream whose filter lets nothing through for days can still resume.
    private void Beat()
    {
        if (turn.Wait(0))
        {
            foreach (var listener in listeners)
            {
                listener.Beat(EventCursor.After(position));
            }

            turn.Release();
        }
    }

    [LoggerMessage(LogLevel.Error, "Reading what happened for the streams failed; the next look tries again")]
    private partial void LogMissed(Exception missed);
}
