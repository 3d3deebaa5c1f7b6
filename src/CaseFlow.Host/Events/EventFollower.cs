using System.Runtime.CompilerServices;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;

namespace CaseFlow.Host.Events;

/// <summary>What one stream sends, from where it left off: first what has happened since, then what happens.</summary>
internal sealed class EventFollower(EventTail tail, EventFeed feed, CaseScopes scopes, TimeProvider time)
{
    /// <param name="reader">Who follows: only what they may see is sent.</param>
    /// <param name="cutOff">Ends the stream, whatever it is at, where nobody reads it.</param>
    public async IAsyncEnumerable<StreamItem> Follow(
        EventFilter filter,
        EventCursor cursor,
        Actor reader,
        Action cutOff,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var sight = new StreamSight(scopes, reader, filter, time);
        yield return new(cursor, null);

        // Read for this stream alone, at its own pace, until it is nearly there.
        await foreach (var item in CatchUp(cursor, long.MaxValue, sight, cancellation))
        {
            cursor = item.Cursor;
            if (item.Told is not null)
            {
                yield return item;
            }
        }

        // What is being written to one that does not read may never end by itself.
        var listener = await tail.Listen(filter, cutOff, cancellation);
        try
        {
            await foreach (var item in CatchUp(cursor, listener.Since, sight, cancellation))
            {
                cursor = item.Cursor;
                if (item.Told is not null)
                {
                    yield return item;
                }
            }

            await foreach (var item in listener.Items.ReadAllAsync(cancellation))
            {
                var isNews = item.Cursor.IsBeyond(cursor);
                cursor = isNews ? item.Cursor : cursor;
                if (item.Told is null)
                {
                    yield return new(cursor, null);
                }
                else if (isNews && await sight.Shows(item.Told, cancellation))
                {
                    yield return item;
                }
            }
        }
        finally
        {
            await tail.Leave(listener);
        }
    }

    /// <summary>What stands after the cursor up to a place, or to the end; after each part how far that went.</summary>
    private async IAsyncEnumerable<StreamItem> CatchUp(
        EventCursor cursor,
        long upTo,
        StreamSight sight,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        while (cursor.Place < upTo && await feed.After(cursor, cancellation) is ({ Count: > 0 } told, var readTo))
        {
            foreach (var one in told)
            {
                if (await sight.Shows(one, cancellation))
                {
                    yield return new(one.Cursor, one);
                }
            }

            cursor = EventCursor.After(readTo);
            yield return new(cursor, null);
        }
    }
}
