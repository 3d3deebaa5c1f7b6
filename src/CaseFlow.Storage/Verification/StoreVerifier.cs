namespace CaseFlow.Storage;

/// <summary>
/// Proves that the store says what its histories say: folds every history again and compares all that was ever derived
/// from it. Reads one moment's tables side by side in one pass, and holds a few hundred cases at a time, however many there are,
/// and of those that were merged what moved their activities.
/// </summary>
public sealed class StoreVerifier
{
    private const int CasesInBatch = 64;

    private readonly IStore store;

    internal StoreVerifier(IStore store) => this.store = store;

    /// <param name="found">Told each discrepancy as it is found, in the order of the cases.</param>
    /// <param name="progress">Told now and then how far it has come.</param>
    public async Task<VerifierCounts> Verify(
        Action<Discrepancy> found,
        Action<VerifierCounts>? progress,
        CancellationToken cancellation
    )
    {
        // One thread reads while the others fold and compare.
        var underWay = new Queue<Task<Checked>>();
        var loads = new LoadCheck();
        var families = new List<ActivityStory>();
        var counts = new VerifierCounts(0, 0, 0);
        await using var snapshot = await store.OpenSnapshot(cancellation);
        var isTrimmed = await snapshot.OutboxIsTrimmed(cancellation);
        await foreach (var batch in snapshot.ByCase(cancellation).Chunk(CasesInBatch).WithCancellation(cancellation))
        {
            underWay.Enqueue(Task.Run(() => Check(batch, isTrimmed), cancellation));
            if (underWay.Count > Environment.ProcessorCount)
            {
                counts = Report(counts, await underWay.Dequeue(), loads, families, found);
                progress?.Invoke(counts);
            }
        }

        while (underWay.TryDequeue(out var last))
        {
            counts = Report(counts, await last, loads, families, found);
        }

        foreach (var wrong in ActivityCheck.Of(families))
        {
            found(wrong);
            counts = counts with { Discrepancies = counts.Discrepancies + 1 };
        }

        foreach (var wrong in loads.Compare(await snapshot.Loads(cancellation)))
        {
            found(wrong);
            counts = counts with { Discrepancies = counts.Discrepancies + 1 };
        }

        await foreach (var problem in LedgerCheck.Of(snapshot).WithCancellation(cancellation))
        {
            found(problem);
            counts = counts with { Discrepancies = counts.Discrepancies + 1 };
        }

        await foreach (var problem in WorkflowCheck.Of(snapshot).WithCancellation(cancellation))
        {
            found(problem);
            counts = counts with { Discrepancies = counts.Discrepancies + 1 };
        }

        progress?.Invoke(counts);
        return counts;
    }

    private static Checked Check(CaseRows[] batch, bool isTrimmed) =>
        new(batch.Sum(rows => rows.Events.Count), [.. batch.Select(rows => CaseCheck.Of(rows, isTrimmed))]);

    private static VerifierCounts Report(
        VerifierCounts counts,
        Checked batch,
        LoadCheck loads,
        List<ActivityStory> families,
        Action<Discrepancy> found
    )
    {
        var discrepancies = 0;
        foreach (var one in batch.Cases)
        {
            loads.Add(one);
            if (one.Family is { } family)
            {
                families.Add(family);
            }

            discrepancies += one.Problems.Count;
            foreach (var problem in one.Problems)
            {
                found(problem);
            }
        }

        return new(
            counts.Cases + batch.Cases.Length,
            counts.Events + batch.Events,
            counts.Discrepancies + discrepancies
        );
    }

    private sealed record Checked(int Events, ImmutableArray<CheckedCase> Cases);
}
