using System.Diagnostics;

namespace CaseFlow.Benchmarks;

/// <summary>Many callers at once, each of whom asks, waits for the answer and asks again.</summary>
internal static class CallerLoad
{
    /// <summary>Answers a second.</summary>
    public static async Task<double> Run(int callers, int asks, Func<int, Task> ask)
    {
        var each = asks / callers;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => Call(caller))));
        return each * callers / watch.Elapsed.TotalSeconds;

        async Task Call(int caller)
        {
            for (var count = 0; count < each; count++)
            {
                await ask(caller);
            }
        }
    }
}
