namespace CaseFlow.Host.Events;

/// <summary>Reads a list again when something happened that may be in it, once in two seconds at most, however much happens.</summary>
internal sealed class LiveRead : IAsyncDisposable
{
    private static readonly TimeSpan AtMostEvery = TimeSpan.FromSeconds(2);

    private readonly IAsyncDisposable? following;
    private readonly PeriodicTimer timer = new(AtMostEvery);
    private int isDirty;

    /// <summary>For what no event of a case tells of, such as tries and runs: it is looked at each time.</summary>
    public LiveRead(Func<Task> read) => _ = Run(read);

    public LiveRead(News news, EventFilter filter, Func<Task> read)
    {
        following = news.Follow(
            filter,
            _ =>
            {
                Volatile.Write(ref isDirty, 1);
                return Task.CompletedTask;
            }
        );
        _ = Run(read);
    }

    public ValueTask DisposeAsync()
    {
        timer.Dispose();
        return following?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    private async Task Run(Func<Task> read)
    {
        while (await timer.WaitForNextTickAsync())
        {
            if (following is null || Interlocked.Exchange(ref isDirty, 0) == 1)
            {
                await read();
            }
        }
    }
}
