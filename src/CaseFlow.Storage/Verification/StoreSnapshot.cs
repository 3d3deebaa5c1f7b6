using System.Runtime.CompilerServices;
using CaseFlow.Engine.Cases;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Storage;

/// <summary>
/// The store as it is at one moment, by case: nine tables to be read side by side, which takes a context each. Closing the
/// connections ends the transactions that hold the moment.
/// </summary>
internal sealed class StoreSnapshot(Func<CaseFlowDb> open, IReadOnlyList<IAsyncDisposable> connections)
    : IAsyncDisposable
{
    public const int Tables = 9;

    private readonly CaseFlowDb cases = open();
    private readonly CaseFlowDb events = open();
    private readonly CaseFlowDb queueItems = open();
    private readonly CaseFlowDb outbox = open();
    private readonly CaseFlowDb timers = open();
    private readonly CaseFlowDb entries = open();
    private readonly CaseFlowDb activities = open();
    private readonly CaseFlowDb texts = open();
    private readonly CaseFlowDb references = open();

    public IAsyncEnumerable<CaseRow> Cases => cases.Cases.AsNoTracking().OrderBy(row => row.Id).AsAsyncEnumerable();

    public IAsyncEnumerable<CaseEventRow> Events =>
        events.CaseEvents.AsNoTracking().OrderBy(row => row.CaseId).ThenBy(row => row.Position).AsAsyncEnumerable();

    public IAsyncEnumerable<QueueItemRow> QueueItems =>
        queueItems.QueueItems.AsNoTracking().OrderBy(row => row.CaseId).AsAsyncEnumerable();

    public IAsyncEnumerable<OutboxRow> Outbox =>
        outbox.Outbox.AsNoTracking().OrderBy(row => row.CaseId).ThenBy(row => row.Position).AsAsyncEnumerable();

    public IAsyncEnumerable<TimerRow> Timers =>
        timers.Timers.AsNoTracking().OrderBy(row => row.CaseId).ThenBy(row => row.Key).AsAsyncEnumerable();

    public IAsyncEnumerable<ActivityRow> Activities =>
        activities.Activities.AsNoTracking().OrderBy(row => row.CaseId).ThenBy(row => row.Id).AsAsyncEnumerable();

    public IAsyncEnumerable<CaseTextRow> Texts =>
        texts.CaseTexts.AsNoTracking().OrderBy(row => row.CaseId).AsAsyncEnumerable();

    public IAsyncEnumerable<CaseReferenceRow> References =>
        references.CaseReferences.AsNoTracking().OrderBy(row => row.CaseId).AsAsyncEnumerable();

    /// <summary>The entries of the ledger that cases made.</summary>
    public IAsyncEnumerable<EntitlementEntryRow> Entries =>
        entries
            .EntitlementEntries.AsNoTracking()
            .Where(row => row.CaseId != null)
            .OrderBy(row => row.CaseId)
            .ThenBy(row => row.Position)
            .ThenBy(row => row.Channel)
            .AsAsyncEnumerable();

    /// <summary>The whole ledger, balance by balance. Ask when the cases have been read.</summary>
    public IAsyncEnumerable<EntitlementEntryRow> Ledger =>
        entries
            .EntitlementEntries.AsNoTracking()
            .OrderBy(row => row.EntitlementId)
            .ThenBy(row => row.Channel)
            .ThenBy(row => row.Id)
            .AsAsyncEnumerable();

    public IAsyncEnumerable<EntitlementBalanceRow> Balances =>
        queueItems.EntitlementBalances.AsNoTracking().AsAsyncEnumerable();

    /// <summary>Ask when the cases have been read.</summary>
    public IAsyncEnumerable<WorkflowInstanceRow> WorkflowInstances =>
        cases.WorkflowInstances.AsNoTracking().AsAsyncEnumerable();

    /// <summary>What each version is called by. Ask when the cases have been read.</summary>
    public async Task<HashSet<string>> WorkflowVersions() =>
        await cases.WorkflowVersions.Select(row => row.Hash).ToHashSetAsync(StringComparer.Ordinal);

    /// <summary>By their ids. Ask when the cases have been read.</summary>
    public async Task<Dictionary<string, WorkflowWait>> WorkflowWaits() =>
        await cases
            .WorkflowBookmarks.Select(row => new
            {
                row.Id,
                Wait = new WorkflowWait(row.Instance, row.Due, row.CorrelationId),
            })
            .ToDictionaryAsync(row => row.Id, row => row.Wait, StringComparer.Ordinal);

    /// <summary>All that any table holds, case by case.</summary>
    public async IAsyncEnumerable<CaseRows> ByCase([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var rows = await CaseStream<CaseRow>.Open(Cases, row => row.Id, cancellation);
        await using var histories = await CaseStream<CaseEventRow>.Open(Events, row => row.CaseId, cancellation);
        await using var items = await CaseStream<QueueItemRow>.Open(QueueItems, row => row.CaseId, cancellation);
        await using var told = await CaseStream<OutboxRow>.Open(Outbox, row => row.CaseId, cancellation);
        await using var rings = await CaseStream<TimerRow>.Open(Timers, row => row.CaseId, cancellation);

        await using var done = await CaseStream<ActivityRow>.Open(Activities, row => row.CaseId, cancellation);
        await using var words = await CaseStream<CaseTextRow>.Open(Texts, row => row.CaseId, cancellation);
        await using var amounts = await CaseStream<EntitlementEntryRow>.Open(
            Entries,
            row => row.CaseId!.Value,
            cancellation
        );

        await using var names = await CaseStream<CaseReferenceRow>.Open(References, row => row.CaseId, cancellation);

        while (
            Least(
                rows.NextCase,
                histories.NextCase,
                items.NextCase,
                told.NextCase,
                rings.NextCase,
                amounts.NextCase,
                done.NextCase,
                words.NextCase,
                names.NextCase
            )
                is { } id
        )
        {
            yield return new(
                new CaseId(id),
                await histories.TakeAll(id),
                await told.TakeAll(id),
                await rows.Take(id),
                await items.Take(id),
                await rings.TakeAll(id),
                await amounts.TakeAll(id),
                await done.TakeAll(id),
                await words.Take(id),
                await names.TakeAll(id)
            );
        }
    }

    /// <summary>Whether the outbox was ever trimmed. Ask before the cases are read.</summary>
    public Task<bool> OutboxIsTrimmed(CancellationToken cancellation) =>
        outbox.OutboxPositions.AnyAsync(row => row.Reader == OutboxPositionRow.Trimmed, cancellation);

    /// <summary>How many cases each person works on, as it was counted with them. Ask when the cases have been read.</summary>
    public async Task<Dictionary<string, int>> Loads(CancellationToken cancellation) =>
        await queueItems
            .WorkLoads.AsNoTracking()
            .ToDictionaryAsync(row => row.User, row => row.Load, StringComparer.Ordinal, cancellation);

    public async ValueTask DisposeAsync()
    {
        IAsyncDisposable[] all =
        [
            cases,
            events,
            queueItems,
            outbox,
            timers,
            entries,
            activities,
            texts,
            references,
            .. connections,
        ];
        foreach (var part in all)
        {
            await part.DisposeAsync();
        }
    }

    private static Guid? Least(params ReadOnlySpan<Guid?> ids)
    {
        Guid? least = null;
        foreach (var id in ids)
        {
            if (id is { } candidate && (least is not { } so || candidate.CompareTo(so) < 0))
            {
                least = candidate;
            }
        }

        return least;
    }
}
