using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;

namespace CaseFlow.Benchmarks;

/// <summary>What a case costs while it is in memory, its grain and its place in the silo's directory included.</summary>
internal static class CaseMemory
{
    private const int Activated = 50_000;

    public static async Task<Figure> Measure(BenchmarkHost host, ImmutableArray<CaseId> cases)
    {
        var (heap, resident) = Settled();
        var step = cases.Length / Activated;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Activated),
            async (number, _) => await host.Grains.Case(cases[number * step].Value).Read()
        );
        var (heapAfter, residentAfter) = Settled();
        return new(
            "memory for each case in memory",
            (heapAfter - heap) / 1_024d / Activated,
            "KB",
            null,
            FormattableString.Invariant(
                $"{Activated:#,##0} cases activated; resident memory of the process grew by {(residentAfter - resident) / 1_024d / Activated:0.00} KB a case"
            )
        );
    }

    private static (long Heap, long Resident) Settled()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return (GC.GetTotalMemory(forceFullCollection: true), Environment.WorkingSet);
    }
}
