using System.Diagnostics;

namespace CaseFlow.Benchmarks;

/// <summary>Asks one thing after the other, and looks at the watch each time.</summary>
internal static class QueryLoad
{
    private const int Asks = 200;

    /// <summary>Answers a second.</summary>
    /// <param name="ask">Given a number that is another each time.</param>
    public static async Task<double> Rate(Func<int, Task> ask)
    {
        var watch = Stopwatch.StartNew();
        for (var number = 0; number < Asks; number++)
        {
            await ask(number);
        }

        return Asks / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Milliseconds that 95 of 100 answers stay within.</summary>
    public static async Task<double> Slow(Func<int, Task> ask)
    {
        var times = new double[Asks];
        for (var number = 0; number < Asks; number++)
        {
            var watch = Stopwatch.StartNew();
            await ask(number);
            times[number] = watch.Elapsed.TotalMilliseconds;
        }

        Array.Sort(times);
        return times[Asks * 95 / 100];
    }
}
