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
        Along = append.Along.IsEmpty ? [] : [.. append.Along.Select(Of).OrderBy(other => other.Row?.Id)];
        if (events is not [] && after is not null)
        {
            Row = CaseRow.Of(after.Case, after.Head);
            QueueItem = QueueItemRow.Of(after.Case);
            Types = OutboxRow.TypesOf([.. append.Events.Select(CaseEventTypes.Of)]);
            Side = SideRows.Of(Before, after.Case, append.Events);
        }
    }

    private PreparedAppend(ImmutableArray<SideRow> rows)
    {
        (Events, Along) = ([], []);
        Side = rows;
    }

    public Case? Before { get; }

    public StoredCase? After { get; }

    public ImmutableArray<CaseEventRow> Events { get; }

    public KeptAnswer? Answer { get; }

    /// <summary>The case's row as it will be; null where only an answer is kept.</summary>
    public CaseRow? Row { get; }

    public QueueItemRow? QueueItem { get; }

    /// <summary>Its outbox row's; null where only an answer is kept.</summary>
    public string? Types { get; }

    /// <summary>Rows of other tables, in the order in which they are written.</summary>
    public ImmutableArray<SideRow> Side { get; } = [];

    /// <summary>The other cases that the same command changes, by id, so that two such appends never wait for each other crosswise.</summary>
    public ImmutableArray<PreparedAppend> Along { get; }

    /// <summary>
    /// More than its own row decides whether it is written, so that some of it may have to be undone: it needs a part of
    /// a transaction, or a whole one, to itself.
    /// </summary>
    public bool CanBeUndone => !Along.IsEmpty || HasGuard;

    /// <summary>This append and those that go along with it.</summary>
    public IEnumerable<PreparedAppend> All => Along.Prepend(this);

    private bool HasGuard
    {
        get
        {
            foreach (var row in Side)
            {
                if (row.Statement.IsGuard)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>It is about a case or keeps an answer; else it is nothing but side rows.</summary>
    public bool HasCase => Row is not null || Answer is not null;

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
                | Where(row.Status != before.Status, IndexedColumns.Status)
                | Where(row.Stage != before.Stage, IndexedColumns.Stage)
                | Where(row.ClosedAt != CaseRow.ClosingOf(before), IndexedColumns.Closed)
                | Where(row.RiskAt != CaseRow.FirstDue(before, hasWarned: true), IndexedColumns.Risk)
                | Where(row.MissedAt != CaseRow.LastMissed(before), IndexedColumns.Missed)
            : IndexedColumns.None;

    /// <summary>An append of rows that belong to no case.</summary>
    public static PreparedAppend Of(ImmutableArray<SideRow> rows) => new(rows);

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
