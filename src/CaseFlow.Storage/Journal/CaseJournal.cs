using CaseFlow.Engine.Cases;

namespace CaseFlow.Storage;

/// <summary>
/// The histories of the cases, and with each the row, queue item, outbox entry and kept answer that belong to it: one append,
/// one transaction, acknowledged when it is durable. Appends of many callers share a transaction, and none waits for company.
/// </summary>
public sealed class CaseJournal : IAsyncDisposable
{
    private readonly IReads reads;
    private readonly ImmutableArray<AppendQueue> queues;

    internal CaseJournal(IJournalDatabase database, IReads reads, OutboxBell bell)
    {
        this.reads = reads;
        queues = [.. Enumerable.Range(0, database.Writers).Select(_ => new AppendQueue(database, bell))];
    }

    public ValueTask<StoredCase?> Load(CaseId id, CancellationToken cancellation) =>
        reads.First(
            $"SELECT snapshot, head FROM cases WHERE id = {id.Value}",
            row => CaseRow.Read(row.Bytes(0), row.Bytes(1)),
            cancellation
        );

    /// <summary>Those of the cases that there are, in no order.</summary>
    public ValueTask<ImmutableArray<StoredCase>> Load(
        IReadOnlyCollection<CaseId> ids,
        CancellationToken cancellation
    ) =>
        ids.Count == 0
            ? new([])
            : reads.All(
                $"SELECT snapshot, head FROM cases WHERE id IN ({ids.Select(id => id.Value)})",
                row => CaseRow.Read(row.Bytes(0), row.Bytes(1)),
                cancellation
            );

    public async ValueTask<CaseId?> FindByTicket(string ticket, CancellationToken cancellation) =>
        await reads.All($"SELECT id FROM cases WHERE ticket = {ticket}", row => new CaseId(row.Id(0)), cancellation)
            is [var id]
            ? id
            : null;

    /// <summary>All that happened to a case, in order.</summary>
    public ValueTask<ImmutableArray<RecordedEvent>> History(CaseId id, CancellationToken cancellation) =>
        reads.All(
            $"SELECT position, json, hash FROM case_events WHERE case_id = {id.Value} ORDER BY position",
            row => new RecordedEvent((int)row.Number(0), CaseEventRow.Read(row.Bytes(1)), EventHash.Read(row.Bytes(2))),
            cancellation
        );

    public ValueTask<KeptAnswer?> FindAnswer(string user, string key, CancellationToken cancellation) =>
        reads.First(
            $"""
            SELECT fingerprint, status, body, etag, location, at FROM kept_answers
            WHERE "user" = {user} AND "key" = {key}
            """,
            row => new KeptAnswer
            {
                User = user,
                Key = key,
                Fingerprint = row.Bytes(0).ToArray(),
                Status = (int)row.Number(1),
                Body = row.Bytes(2).ToArray(),
                Etag = row.Text(3),
                Location = row.Text(4),
                At = row.At(5),
            },
            cancellation
        );

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
    }

    // A case always has the same writer, so that its appends never wait for each other's locks in the database.
    private AppendQueue QueueOf(PreparedAppend append) =>
        queues[(int)((uint)(append.After?.Case.Id.GetHashCode() ?? 0) % (uint)queues.Length)];
}
