using System.Collections.Concurrent;

namespace CaseFlow.Host.Queues;

/// <summary>
/// Lets the cases that come to one queue choose their people one after the other. It is a courtesy within this host: two
/// that chose at once would choose the same person, and the store would let only one of them through and send the other
/// back to decide again.
/// </summary>
internal sealed class AssignmentTurns
{
    private readonly ConcurrentDictionary<(string Process, string Queue), SemaphoreSlim> turns = new();

    /// <summary>Waits for the queue's turn; disposing passes it on.</summary>
    public async Task<IDisposable> Take(string process, string queue)
    {
        var turn = turns.GetOrAdd((process, queue), _ => new SemaphoreSlim(1));
        await turn.WaitAsync();
        return new Taken(turn);
    }

    private sealed class Taken(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
