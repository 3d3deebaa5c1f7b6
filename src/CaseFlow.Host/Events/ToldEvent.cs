using CaseFlow.Engine.Cases;

namespace CaseFlow.Host.Events;

/// <summary>One event as the outside world hears of it.</summary>
/// <param name="Cursor">Where it stands among all events.</param>
/// <param name="After">The case as the append that the event belongs to left it.</param>
/// <param name="Body">The CloudEvent; made when somebody wants it, once for all.</param>
internal sealed record ToldEvent(
    EventCursor Cursor,
    string Id,
    string Type,
    CaseEvent Event,
    Case After,
    Lazy<byte[]> Body
)
{
    /// <summary>The case is in this queue, or the event took it out.</summary>
    public bool IsAbout(string queue) =>
        After.Queue == queue
        || Event switch
        {
            CaseEvent.Queued queued => queued.From == queue,
            CaseEvent.Unqueued unqueued => unqueued.Queue == queue,
            _ => false,
        };
}
