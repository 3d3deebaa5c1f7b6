using System.Diagnostics;
using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Sla;

namespace CaseFlow.Storage;

/// <summary>Everything that the store holds about one case, held against its history.</summary>
internal sealed class CaseCheck
{
    private readonly CaseId id;
    private readonly List<Discrepancy> problems = [];
    private readonly List<(int Position, LedgerAmount Amount)> amounts = [];
    private readonly List<CaseEvent> steps = [];
    private readonly List<string> types = [];

    private Case? folded;
    private EventHash head;
    private int position;

    // After an event that is missing or cannot be read, nobody knows what the case should be: one discrepancy says so.
    private bool broken;

    private CaseCheck(CaseId id) => this.id = id;

    /// <param name="outboxIsTrimmed">The first appends may be gone from the outbox.</param>
    public static CheckedCase Of(CaseRows rows, bool outboxIsTrimmed)
    {
        var check = new CaseCheck(rows.Id);
        foreach (var happened in rows.Events)
        {
            check.Event(happened);
        }

        check.Outbox(rows.Outbox, outboxIsTrimmed);
        check.Row(rows.Row);
        check.QueueItem(rows.QueueItem);
        check.Timers(rows.Timers);
        check.Entries(rows.Entries);
        check.References(rows.References);
        return new(check.problems, check.folded?.Worker, check.Activities(rows));
    }

    private void Event(CaseEventRow row)
    {
        var gap = row.Position - position - 1;
        if (gap != 0)
        {
            broken = true;
            Report(
                gap == 1 ? $"event {position + 1} is missing."
                : gap > 1 ? $"events {position + 1} to {row.Position - 1} are missing."
                : $"there is an event at position {row.Position}, before the first."
            );
        }

        var expected = head.Next(id, row.Position, row.Json);
        if (gap == 0 && !row.Hash.AsSpan().SequenceEqual(expected.ToBytes()))
        {
            Report($"event {row.Position} or its place in the history was changed: its hash does not fit.");
        }

        // On from what is stored, so that one change is one discrepancy and not one for each event behind it.
        head = row.Hash.Length == EventHash.Size ? EventHash.Read(row.Hash) : expected;
        position = row.Position;
        Fold(row);
    }

    private void Outbox(IReadOnlyList<OutboxRow> rows, bool isTrimmed)
    {
        var told = isTrimmed && rows is [{ Position: > 0 and var first }, ..] ? first - 1 : 0;
        foreach (var row in rows)
        {
            if (row.Position != told + 1 || row.Count < 1)
            {
                Report($"the outbox goes on at event {row.Position}, after {told}.");
            }

            told = row.Position + row.Count - 1;
            var expected = OutboxRow.TypesOf([.. types.Skip(row.Position - 1).Take(row.Count)]);
            if (!broken && row.Types is { } written && written != expected)
            {
                Report($"the outbox has '{written}' from event {row.Position} on, and the history '{expected}'.");
            }
        }

        if (told != position)
        {
            Report($"the outbox ends at event {told}, the history at {position}.");
        }
    }

    private void Row(CaseRow? row)
    {
        if (row is null)
        {
            Report("it has no row among the cases.");
        }
        else if (position == 0)
        {
            Report("it has a row and no events.");
        }
        else if (!broken && folded is not null)
        {
            Compare(row, CaseRow.Of(folded, head));
        }
    }

    private void QueueItem(QueueItemRow? row)
    {
        if (broken)
        {
            return;
        }

        var expected = QueueItemRow.Of(folded);
        if (row != expected)
        {
            Report($"its queue item is {Describe(row)}, and by its history {Describe(expected)}.");
        }
    }

    private void Timers(IReadOnlyList<TimerRow> rows)
    {
        if (broken)
        {
            return;
        }

        ImmutableArray<CaseTimer> expected = folded is null ? [] : [.. CaseTimers.Of(folded)];
        foreach (var row in rows.Where(row => !expected.Contains(new CaseTimer(row.Key, row.Due))))
        {
            Report($"it has a timer '{row.Key}' due {row.Due:O}, and by its history none such.");
        }

        foreach (var timer in expected.Where(timer => !rows.Any(row => row.Key == timer.Key)))
        {
            Report($"its timer '{timer.Key}', due {timer.Due:O}, is missing.");
        }
    }

    private void Entries(IReadOnlyList<EntitlementEntryRow> rows)
    {
        if (broken)
        {
            return;
        }

        var written = rows.Select(row =>
                (row.Position ?? 0, new LedgerAmount(row.EntitlementId, row.Channel, row.Amount, row.Event))
            )
            .ToList();
        foreach (var (at, amount) in written.Except(amounts))
        {
            Report($"the ledger has {amount.Amount} units '{amount.Because}' at event {at}, and its history has not.");
        }

        foreach (var (at, amount) in amounts.Except(written))
        {
            Report(
                $"event {at} moves {amount.Amount} units of entitlement {amount.Entitlement}; the ledger has it not."
            );
        }

        if (written.Count != written.Distinct().Count())
        {
            Report("the ledger has an event of it twice.");
        }
    }

    private void References(IReadOnlyList<CaseReferenceRow> rows)
    {
        if (broken)
        {
            return;
        }

        var written = rows.Select(row => new ExternalReference(row.Source, row.Key)).ToHashSet();
        if (!written.SetEquals(folded?.References ?? []))
        {
            Report($"its references are {Describe(written)}, and by its history {Describe(folded?.References ?? [])}.");
        }
    }

    /// <summary>What can only be checked together with other cases; null where nothing is left to check.</summary>
    private ActivityStory? Activities(CaseRows rows)
    {
        var story = new ActivityStory(id, folded, [.. steps], rows.Activities, rows.Text, broken);
        if (story.HasFamily)
        {
            return story;
        }

        problems.AddRange(ActivityCheck.Of([story]));
        return null;
    }

    private void Fold(CaseEventRow row)
    {
        if (broken)
        {
            return;
        }

        try
        {
            var happened = CaseEventRow.Read(row.Json);
            folded = CaseHistory.Evolve(folded, happened);
            types.Add(CaseEventTypes.Of(happened));
            if (ActivityStory.IsStep(happened))
            {
                steps.Add(happened);
            }

            amounts.AddRange(EntitlementEntryRow.AmountsOf(happened).Select(amount => (row.Position, amount)));
            if (row.At != happened.At || row.By != happened.By || row.Definition != happened.Definition)
            {
                Report($"event {row.Position} has a column (at, by, definition) that its text contradicts.");
            }
        }
        catch (Exception failure)
            when (failure is JsonException or FormatException or NotSupportedException or UnreachableException)
        {
            broken = true;
            Report($"event {row.Position} cannot be read or does not follow: {failure.Message}");
        }
    }

    private void Compare(CaseRow row, CaseRow expected)
    {
        foreach (var (name, value) in CaseColumns.All)
        {
            if (!Equals(value(row), value(expected)))
            {
                Report($"its row's {name} is {Quote(value(row))}, and by its history {Quote(value(expected))}.");
            }
        }

        if (!row.Head.AsSpan().SequenceEqual(expected.Head))
        {
            Report("its row's head is not the hash of its last event.");
        }

        if (!row.Snapshot.AsSpan().SequenceEqual(expected.Snapshot) && !SameCase(row.Snapshot, expected.Snapshot))
        {
            Report("its row's snapshot is not what its history makes.");
        }
    }

    // An earlier version may have written the same case in other words.
    private static bool SameCase(byte[] snapshot, byte[] expected)
    {
        try
        {
            var read = JsonSerializer.Deserialize(snapshot, CaseJson.Stored.Case);
            return JsonSerializer.SerializeToUtf8Bytes(read, CaseJson.Stored.Case).AsSpan().SequenceEqual(expected);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void Report(string detail) => problems.Add(new(id, detail));

    private static string Describe(QueueItemRow? item) =>
        item is null ? "none" : $"in {item.Queue} since {item.Since:O} with {item.Worker ?? "nobody"}";

    private static string Describe(IEnumerable<ExternalReference> references) =>
        string.Join(", ", references.Select(one => $"'{one.Key}' of {one.Source}").Order(StringComparer.Ordinal))
            is { Length: > 0 } told
            ? told
            : "none";

    private static string Quote(object? value) => value is null ? "empty" : $"'{value}'";
}

/// <summary>What came of one case.</summary>
/// <param name="Worker">Who works on it, by its history.</param>
/// <param name="Family">Its activities, where they are to be checked together with those of the cases that it was merged with.</param>
internal sealed record CheckedCase(IReadOnlyList<Discrepancy> Problems, string? Worker, ActivityStory? Family);
