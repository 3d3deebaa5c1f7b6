using System.Threading.Channels;

namespace CaseFlow.Host.Events;

/// <summary>One stream that follows what happens. Who reads more slowly than things happen is cut off, and can resume.</summary>
/// <param name="cutOff">Ends the stream, whatever it is at.</param>
internal sealed class Listener(EventFilter filter, long since, Action cutOff)
{
    private const int MostWaiting = 1_000;

    private readonly Channel<StreamItem> waiting = Channel.CreateBounded<StreamItem>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true, SingleWriter = true }
    );

    /// <summary>It is told all that stands after this place.</summary>
    public long Since { get; } = since;

    public ChannelReader<StreamItem> Items => waiting.Reader;

    /// <summary>False where it was cut off.</summary>
    public bool Offer(ToldEvent told) => !filter.Fits(told) || Offer(new StreamItem(told.Cursor, told));

    /// <summary>Says that everything up to here was told; one that has enough to read needs no heartbeat.</summary>
    public void Beat(EventCursor cursor) => waiting.Writer.TryWrite(new(cursor, null));

    public void Close() => waiting.Writer.TryComplete();

    private bool Offer(StreamItem item)
    {
        if (waiting.Writer.TryWrite(item))
        {
            return true;
        }

        Close();
        cutOff();
        return false;
    }
}

/// <summary>What a stream sends next.</summary>
/// <param name="Told">Null for a heartbeat.</param>
internal sealed record StreamItem(EventCursor Cursor, ToldEvent? Told);
