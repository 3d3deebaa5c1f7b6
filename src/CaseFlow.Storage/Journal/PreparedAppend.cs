using CaseFlow.Engine.Cases;

namespace CaseFlow.Storage;

/// <summary>
/// An append turned into rows, by whoever asked for it: serialising and hashing happen side by side for all who append,
/// and the writer, whose time all of them share, only writes.
/// </summary>
internal sealed class PreparedAppend
{
    private PreparedAppend(CaseAppend append, ImmutableArray<CaseEventRow> events, StoredCase? after)
    {
        Before = append.Before?.Case;
        After = after;
        Events = events;
        Answer = append.Answer;
        if (events is not [] && after is not null)
        {
            Row = CaseRow.Of(after.Case, after.Head);
            QueueItem = QueueItemRow.Of(after.Case);
        }
    }

    public Case? Before { get; }

    public StoredCase? After { get; }

    public ImmutableArray<CaseEventRow> Events { get; }

    public KeptAnswer? Answer { get; }

    /// <summary>The case's row as it will be; null where only an answer is kept.</summary>
    public CaseRow? Row { get; }

    public QueueItemRow? QueueItem { get; }

    /// <summary>The version that the case must have for this to be written; 0 where it must not be there.</summary>
    public int Expected => Before?.Version ?? 0;

    public bool QueueItemChanges => Row is not null && QueueItem != QueueItemRow.Of(Before);

    /// <summary>The columns of an index, beside the id, that this changes in a case that was there before.</summary>
    public IndexedColumns ChangedIndexes =>
        Row is { } row && Before is { } before
            ? Where(row.State != before.State, IndexedColumns.State)
                | Where(row.Queue != before.Queue, IndexedColumns.Queue)
                | Where(row.Owner != before.Owner, IndexedColumns.Owner)
                | Where(row.CustomerId != before.Customer, IndexedColumns.Customer)
            : IndexedColumns.None;

    public static PreparedAppend Of(CaseAppend append)
    {
        if (append.Events is [])
        {
            return new(append, [], append.Before);
        }

        var after = append.After!;
        var head = append.Before?.Head ?? default;
        var position = append.Before?.Case.Version ?? 0;
        var rows = ImmutableArray.CreateBuilder<CaseEventRow>(append.Events.Length);
        foreach (var happened in append.Events)
        {
            position++;
            var row = CaseEventRow.Of(after.Id, position, happened, head);
            head = EventHash.Read(row.Hash);
            rows.Add(row);
        }

        return new(append, rows.MoveToImmutable(), new StoredCase(after, head));
    }

    private static IndexedColumns Where(bool changes, IndexedColumns column) => changes ? column : IndexedColumns.None;
}
