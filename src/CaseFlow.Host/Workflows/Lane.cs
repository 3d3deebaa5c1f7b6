using System.Threading.Channels;

namespace CaseFlow.Host.Workflows;

/// <summary>Work that is done in the background, so much at a time. When the host stops, what has not begun is left.</summary>
internal sealed class Lane<T>
{
    private readonly Channel<T> waiting = Channel.CreateUnbounded<T>();
    private readonly Func<T, Task> work;
    private readonly Task working;
    private volatile bool stops;

    /// <param name="work">Does one; it fails by itself.</param>
    public Lane(int together, Func<T, Task> work)
    {
        this.work = work;
        working = Task.WhenAll(Enumerable.Range(0, together).Select(_ => Task.Run(Work)));
    }

    public void Add(T one) => waiting.Writer.TryWrite(one);

    public Task Stop()
    {
        stops = true;
        waiting.Writer.TryComplete();
        return working;
    }

    private async Task Work()
    {
        while (await waiting.Reader.WaitToReadAsync())
        {
            while (!stops && waiting.Reader.TryRead(out var one))
            {
                await work(one);
            }

            if (stops)
            {
                return;
            }
        }
    }
}
