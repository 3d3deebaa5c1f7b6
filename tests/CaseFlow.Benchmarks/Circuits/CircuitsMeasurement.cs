namespace CaseFlow.Benchmarks;

/// <summary>What people wait for a case page to answer: somebody alone on the host, and fifty at once.</summary>
internal static class CircuitsMeasurement
{
    private const int Stored = 10_000;
    private const int People = 50;
    private const double AtOnce = 100; // what feels immediate, in milliseconds: R. B. Miller, 1968

    private static readonly TimeSpan Alone = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(60);

    public static async IAsyncEnumerable<Figure> Run()
    {
        if (!AgentBrowser.IsInstalled)
        {
            yield return Figure.Skipped("circuits", "Chromium is not installed: apt-get install -y chromium");
            yield break;
        }

        using var database = BenchmarkDatabase.Sqlite();
        await using var host = await BenchmarkHost.Start(database);
        var cases = await CaseSeed.Fill(host, Stored);
        await using var browser = await AgentBrowser.SignIn(host.Address);

        var first = await browser.Open(cases[0]);
        await Work([first], TimeSpan.FromSeconds(5));
        var alone = await Work([first], Alone);

        var before = GC.GetTotalMemory(forceFullCollection: true);
        AgentPage[] all = [first, .. await browser.Open(cases.AsSpan(1, People - 1).ToArray())];
        var memory = (GC.GetTotalMemory(forceFullCollection: true) - before) / (People - 1);
        await Work(all, TimeSpan.FromSeconds(10));
        var together = await Work(all, Together);

        foreach (var (what, of) in Kinds)
        {
            var (one, fifty) = (Of(alone, of), Of(together, of));
            yield return new($"{what}, p95, alone", At(one, 0.95), "ms", null, Beside(one));
            yield return new(
                $"{what}, p95, {People} at work",
                At(fifty, 0.95),
                "ms",
                Goal.AtMost(AtOnce),
                Beside(fifty)
            );
        }

        yield return new(
            "memory for each page that is open",
            memory / 1_024.0,
            "KB",
            null,
            "managed memory of the host, after a collection"
        );
    }

    private static readonly (string What, Func<AgentWork, List<double>> Of)[] Kinds =
    [
        ("filter the timeline", work => work.Filtered),
        ("pick or release the case", work => work.Taken),
    ];

    /// <summary>Everybody at these pages works for a while, each at a pace of his own.</summary>
    private static async Task<IReadOnlyList<AgentWork>> Work(IEnumerable<AgentPage> pages, TimeSpan time)
    {
        var end =
            TimeProvider.System.GetTimestamp() + (long)(time.TotalSeconds * TimeProvider.System.TimestampFrequency);
        return await Task.WhenAll(pages.Select((page, number) => page.Work(new Random(number), end)));
    }

    private static List<double> Of(IReadOnlyList<AgentWork> work, Func<AgentWork, List<double>> of) =>
        [.. work.SelectMany(of).Order()];

    private static double At(List<double> sorted, double share) => sorted[(int)(sorted.Count * share)];

    private static string Beside(List<double> sorted) =>
        FormattableString.Invariant(
            $"{sorted.Count:#,##0} times; median {At(sorted, 0.5):0} ms, longest {sorted[^1]:0} ms; browser included"
        );
}
