namespace CaseFlow.Benchmarks;

/// <summary>
/// A subject and a bare baseline, one after the other, several times over: what the machine does beside falls on both.
/// The ratio is the median of each round's own.
/// </summary>
internal static class Rounds
{
    private const int Count = 7;

    // By the third the compiler has done with most of what they run.
    private const int Warmups = 3;

    /// <summary>How often each of the two is run.</summary>
    public const int All = Warmups + Count;

    /// <param name="subject">Says how fast it was, or how long it took.</param>
    public static async Task<Comparison> Alternate(Func<Task<double>> subject, Func<Task<double>> baseline)
    {
        for (var round = 0; round < Warmups; round++)
        {
            await subject();
            await baseline();
        }

        var rounds = new List<(Sample Subject, Sample Baseline)>();
        for (var round = 0; round < Count; round++)
        {
            // Each goes first every other time, so that neither always finds the machine as the other left it.
            if (round % 2 == 0)
            {
                var first = await Sample.Of(subject);
                rounds.Add((first, await Sample.Of(baseline)));
            }
            else
            {
                var first = await Sample.Of(baseline);
                rounds.Add((await Sample.Of(subject), first));
            }
        }

        return new(
            Median.Of(rounds.Select(round => round.Subject.Value / round.Baseline.Value)),
            Sample.MedianOf(rounds.Select(round => round.Subject)),
            Sample.MedianOf(rounds.Select(round => round.Baseline))
        );
    }
}

/// <summary>What came of it. Subject and baseline are medians, each of its own.</summary>
internal sealed record Comparison(double Ratio, Sample Subject, Sample Baseline);

/// <summary>One run: what it says of itself, and what the process spent on it, which others on the machine hardly change.</summary>
internal sealed record Sample(double Value, TimeSpan ProcessorTime, double AllocatedBytes)
{
    public static async Task<Sample> Of(Func<Task<double>> run)
    {
        var (time, bytes) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
        var value = await run();
        return new(value, Environment.CpuUsage.TotalTime - time, GC.GetTotalAllocatedBytes() - bytes);
    }

    public static Sample MedianOf(IEnumerable<Sample> runs)
    {
        var all = runs.ToList();
        return new(
            Median.Of(all.Select(run => run.Value)),
            TimeSpan.FromMicroseconds(Median.Of(all.Select(run => run.ProcessorTime.TotalMicroseconds))),
            Median.Of(all.Select(run => run.AllocatedBytes))
        );
    }

    /// <summary>Processor time and memory of each request of a run.</summary>
    public string Each(int requests) =>
        FormattableString.Invariant(
            $"{ProcessorTime.TotalMicroseconds / requests:0} µs of processor and {AllocatedBytes / requests / 1_024:0.0} KB"
        );
}

internal static class Median
{
    public static double Of(IEnumerable<double> values) =>
        values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;
}
