using CaseFlow.Engine.Cases;
using CaseFlow.Host.Processes;
using CaseFlow.Storage;

namespace CaseFlow.Host.Events;

/// <summary>Reads the outbox as events for the outside world.</summary>
internal sealed class EventFeed(OutboxReader outbox, ProcessCatalog processes, CloudEventWriter writer)
{
    private const int MostAppends = 200;

    /// <summary>The events after this cursor, some at a time; and how far that went.</summary>
    public async Task<(IReadOnlyList<ToldEvent> Events, long ReadTo)> After(
        EventCursor cursor,
        CancellationToken cancellation
    )
    {
        var told = new List<ToldEvent>();
        var readTo = cursor.ReadAfter;
        foreach (var append in await outbox.After(cursor.ReadAfter, MostAppends, cancellation))
        {
            var process = await processes.For(append.After);
            foreach (var happened in append.Events)
            {
                var at = new EventCursor(append.Place, happened.Position);
                if (at.IsBeyond(cursor))
                {
                    var id = CloudEventWriter.IdOf(append.After.Id, happened.Position);
                    var type = CaseEventTypes.Of(happened.Event);
                    var body = new Lazy<byte[]>(() => writer.Write(id, type, happened, append.After, process));
                    told.Add(new(at, id, type, happened.Event, append.After, body));
                }
            }

            readTo = append.Place;
        }

        return (told, readTo);
    }
}
