using CaseFlow.Engine.Cases;
using CaseFlow.Host.Events;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Queues;

/// <summary>
/// How many cases are in the queues, for every navigation that is open on this host: counted once for all of them after
/// something happened, and not at all while nobody looks.
/// </summary>
internal sealed class QueueTally(EventFollower follower, OutboxReader outbox, IDbContextFactory<CaseFlowDb> databases)
    : IAsyncDisposable
{
    // It counts for all; who shows it shows the queues that the person may see.
    private static readonly Actor Itself = new("caseflow", Role.Admin);

    private readonly Lock turn = new();
    private ImmutableList<Func<Task>> lookers = [];
    private LiveRead? live;

    /// <summary>As counted last; empty until something has happened while somebody looks.</summary>
    public IReadOnlyDictionary<(string Process, string Queue), QueueCounts> Counts { get; private set; } =
        ImmutableDictionary<(string Process, string Queue), QueueCounts>.Empty;

    /// <summary>Tells each time that the queues were counted, until it is disposed.</summary>
    public IAsyncDisposable Look(Func<Task> told)
    {
        lock (turn)
        {
            lookers = lookers.Add(told);
            live ??= new(
                tell => new Following(
                    follower,
                    outbox,
                    () => ValueTask.FromResult(Itself),
                    EventFilter.Everything,
                    tell
                ),
                Count
            );
        }

        return new Looking(this, told);
    }

    public ValueTask DisposeAsync() => live?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task Count()
    {
        Counts = await QueueCounts.Read(databases, CancellationToken.None);
        await Task.WhenAll(lookers.Select(Tell));
    }

    // Whose page has just gone is none of the others' concern.
    private static async Task Tell(Func<Task> told)
    {
        try
        {
            await told();
        }
        catch (ObjectDisposedException) { }
    }

    private ValueTask Leave(Func<Task> told)
    {
        LiveRead? ended = null;
        lock (turn)
        {
            lookers = lookers.Remove(told);
            if (lookers.IsEmpty)
            {
                (ended, live) = (live, null);
            }
        }

        return ended?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    private sealed class Looking(QueueTally tally, Func<Task> told) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => tally.Leave(told);
    }
}
