using System.Diagnostics;

namespace CaseFlow.Benchmarks;

/// <summary>What one call of a function costs, from plain loops: the median time of many, and what it puts on the heap.</summary>
internal sealed record FunctionCost(double Nanoseconds, double Bytes)
{
    private const int Loops = 31;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    public double Microseconds => Nanoseconds / 1_000;

    /// <param name="calls">In one loop: enough to be well above the clock's grain.</param>
    public static FunctionCost Of(int calls, Action function)
    {
        var warming = Stopwatch.StartNew();
        while (warming.Elapsed < WarmUp)
        {
            Loop(calls, function);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Loop(calls, function);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        var times = Enumerable.Range(0, Loops).Select(_ => Loop(calls, function).TotalNanoseconds / calls).ToList();
        return new(Median.Of(times), (double)bytes / calls);
    }

    private static TimeSpan Loop(int calls, Action function)
    {
        var watch = Stopwatch.StartNew();
        for (var call = 0; call < calls; call++)
        {
            function();
        }

        return watch.Elapsed;
    }
}
