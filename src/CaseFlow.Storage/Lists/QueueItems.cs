namespace CaseFlow.Storage;

/// <summary>A case in a queue, with its rank there.</summary>
/// <param name="Since">Since when it is in the queue.</param>
/// <param name="Rank">How many ranks come before its own.</param>
public sealed record QueuedCase(
    Guid CaseId,
    string Ticket,
    string Title,
    string? Priority,
    string Status,
    Guid CustomerId,
    string? Worker,
    DateTimeOffset Since,
    int Rank
);

/// <summary>Which cases of a queue.</summary>
/// <param name="Ranks">The highest first; every item has exactly one.</param>
public sealed record QueueQuestion(string Process, string Queue, ImmutableArray<QueueRank> Ranks)
{
    /// <summary>True for those that somebody works on, false for those that nobody does.</summary>
    public bool? IsWorked { get; init; }

    /// <summary>Only those that this user works on.</summary>
    public string? Worker { get; init; }

    /// <summary>Only those after this one; null to begin.</summary>
    public QueueMark? After { get; init; }
}

/// <summary>Where a page of a queue ended: the rank, since when the item waited, and its case.</summary>
public sealed record QueueMark(int Rank, DateTimeOffset Since, Guid Case);

/// <summary>What is in a queue, in the order in which it is given away: rank by rank, and in each who has waited longest.</summary>
public sealed class QueueItems
{
    private readonly IReads reads;

    internal QueueItems(IReads reads) => this.reads = reads;

    public async Task<IReadOnlyList<QueuedCase>> InOrder(QueueQuestion asked, int most, CancellationToken cancellation)
    {
        var found = new List<QueuedCase>();
        for (var rank = asked.After?.Rank ?? 0; rank < asked.Ranks.Length && found.Count < most; rank++)
        {
            found.AddRange(await OfRank(asked, rank, most - found.Count, cancellation));
        }

        return found;
    }

    private ValueTask<ImmutableArray<QueuedCase>> OfRank(
        QueueQuestion asked,
        int rank,
        int most,
        CancellationToken cancellation
    )
    {
        Sql worked = asked.IsWorked switch
        {
            true => $" AND q.worker IS NOT NULL",
            false => $" AND q.worker IS NULL",
            null => Sql.None,
        };
        Sql worker = asked.Worker is { } user ? $" AND q.worker = {user}" : Sql.None;
        Sql after =
            asked.After is { } mark && mark.Rank == rank
                ? $" AND (q.since > {mark.Since} OR (q.since = {mark.Since} AND q.case_id > {mark.Case}))"
                : Sql.None;
        return reads.All(
            $"""
            SELECT q.case_id, c.ticket, c.title, q.priority, c.status, c.customer_id, q.worker, q.since
            FROM queue_items q JOIN cases c ON c.id = q.case_id
            WHERE q.process = {asked.Process} AND q.queue = {asked.Queue} AND {asked.Ranks[
                rank
            ].Sql}{worked}{worker}{after}
            ORDER BY q.since, q.case_id LIMIT {most}
            """,
            row => new QueuedCase(
                row.Id(0),
                row.Text(1)!,
                row.Text(2)!,
                row.Text(3),
                row.Text(4)!,
                row.Id(5),
                row.Text(6),
                row.At(7),
                rank
            ),
            cancellation
        );
    }
}
