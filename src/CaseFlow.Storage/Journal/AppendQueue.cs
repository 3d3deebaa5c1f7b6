using System.Threading.Channels;

namespace CaseFlow.Storage;

/// <summary>
/// Group commit: whatever waits when the writer becomes free goes into its next transaction. A lone caller's append is
/// written at once; the busier it gets, the more share the cost of one commit.
/// </summary>
internal sealed class AppendQueue : IAsyncDisposable
{
    private const int MostWaiting = 4096;
    private const int MostInGroup = 256;

    private readonly Channel<PendingAppend> waiting = Channel.CreateBounded<PendingAppend>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true }
    );

    private readonly GroupCommit commit;
    private readonly Task writing;

    public AppendQueue(IJournalDatabase database, OutboxBell bell)
    {
        commit = new(database, bell);
        writing = Task.Run(Write);
    }

    public Task<AppendResult> Append(PreparedAppend append, CancellationToken cancellation)
    {
        var pending = new PendingAppend(append);
        return !cancellation.CanBeCanceled && waiting.Writer.TryWrite(pending)
            ? pending.Result
            : Append(pending, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await writing;
        await commit.DisposeAsync();
    }

    private async Task<AppendResult> Append(PendingAppend pending, CancellationToken cancellation)
    {
        try
        {
            await waiting.Writer.WriteAsync(pending, cancellation);
        }
        catch (ChannelClosedException closed)
        {
            throw new ObjectDisposedException("The journal is closed.", closed);
        }

        await using (cancellation.UnsafeRegister((_, token) => pending.Withdraw(token), null))
        {
            return await pending.Result;
        }
    }

    private async Task Write()
    {
        var group = new List<PendingAppend>(MostInGroup);
        var met = new Meetings();
        while (await waiting.Reader.WaitToReadAsync())
        {
            Gather(group, met);
            await commit.Write(group);
            group.Clear();
            met.Clear();
        }
    }

    // An append whose fate hangs on another in the group waits for the next one, and so does all behind it.
    private void Gather(List<PendingAppend> group, Meetings met)
    {
        while (group.Count < MostInGroup && waiting.Reader.TryPeek(out var next) && met.TryAdd(next.Append))
        {
            waiting.Reader.TryRead(out _);
            if (next.TryTake())
            {
                group.Add(next);
            }
        }
    }
}
