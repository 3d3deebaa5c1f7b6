using CaseFlow.Engine.Cases;

namespace CaseFlow.Storage;

/// <summary>
/// The histories of the cases, and with each the row, queue item, outbox entry and kept answer that belong to it: one append,
/// one transaction, acknowledged when it is durable. Appends of many callers share a transaction, and none waits for company.
/// </summary>
public sealed class CaseJournal : IAsyncDisposable
{
    private readonly IJournalDatabase database;
    private readonly ImmutableArray<AppendQueue> queues;

    internal CaseJournal(IJournalDatabase database, OutboxBell bell)
    {
        this.database = database;
        queues = [.. Enumerable.Range(0, database.Writers).Select(_ => new AppendQueue(database, bell))];
    }

    public ValueTask<StoredCase?> Load(CaseId id, CancellationToken cancellation) => database.Load(id, cancellation);

    public ValueTask<CaseId?> FindByTicket(string ticket, CancellationToken cancellation) =>
        database.FindByTicket(ticket, cancellation);

    /// <summary>All that happened to a case, in order.</summary>
    public ValueTask<ImmutableArray<RecordedEvent>> History(CaseId id, CancellationToken cancellation) =>
        database.History(id, cancellation);

    public ValueTask<KeptAnswer?> FindAnswer(string user, string key, CancellationToken cancellation) =>
        database.FindAnswer(user, key, cancellation);

    /// <summary>
    /// Writes all of the append or nothing. A caller who cancels withdraws it only while no writer has taken it up; from
    /// then on he gets the result, so that cancelled always means not written. Throws where the database fails for good.
    /// </summary>
    public ValueTask<AppendResult> Append(CaseAppend append, CancellationToken cancellation)
    {
        if (append is { Events: [], Answer: null })
        {
            return new(new AppendResult.Appended(append.Before));
        }

        var prepared = PreparedAppend.Of(append);
        return new(QueueOf(prepared).Append(prepared, cancellation));
    }

    /// <summary>Writes rows that belong to no case, all or none, in a group with whatever else is waiting. False where a guard does not hold.</summary>
    /// <param name="key">What has the same key has the same writer.</param>
    internal async Task<bool> Write(string key, ImmutableArray<SideRow> rows)
    {
        var queue = queues[(int)((uint)key.GetHashCode(StringComparison.Ordinal) % (uint)queues.Length)];
        return await queue.Append(PreparedAppend.Of(rows), CancellationToken.None) is AppendResult.Appended;
    }

    /// <summary>Writes what is waiting, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var queue in queues)
        {
            await queue.DisposeAsync();
        }

        await database.DisposeAsync();
    }

    // A case always has the same writer, so that its appends never wait for each other's locks in the database.
    private AppendQueue QueueOf(PreparedAppend append) =>
        queues[(int)((uint)(append.After?.Case.Id.GetHashCode() ?? 0) % (uint)queues.Length)];
}
