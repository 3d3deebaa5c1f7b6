namespace CaseFlow.Benchmarks;

/// <summary>
/// How long somebody waits for a case page to answer: alone on the host, and with fifty others at work. Their browsers would
/// be on machines of their own, so here they give way to the host and to the one who is measured.
/// </summary>
internal static class CircuitsMeasurement
{
    private const int Stored = 10_000;
    private const int Others = 50;
    private const double Responsive = 200; // milliseconds; a good Interaction to Next Paint: https://web.dev/articles/inp

    private static readonly TimeSpan Time = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan QuickThought = TimeSpan.FromSeconds(0.4);
    private static readonly TimeSpan Thought = TimeSpan.FromSeconds(2);

    private static readonly (string What, Func<AgentWork, List<double>> Of)[] Kinds =
    [
        ("filter the timeline", work => work.Filtered),
        ("pick or release the case", work => work.Taken),
    ];

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
        await AgentBrowser.AddAgent(host.Address);
        await using var own = await AgentBrowser.SignIn(host.Address);
        var page = await own.Open(cases[0]);
        await Work(page, Time / 6);
        var alone = await Work(page, Time);

        using var yielding = YieldingChromium.Write();
        await using var browser = await AgentBrowser.SignIn(host.Address, yielding.Path);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var others = await browser.Open(cases.Skip(1).Take(Others));
        var memory = (GC.GetTotalMemory(forceFullCollection: true) - before) / Others;
        using var end = new CancellationTokenSource();
        var crowd = Task.WhenAll(others.Select((one, number) => one.Work(new Random(number), Thought, end.Token)));
        await Work(page, Time / 6);
        var among = await Work(page, Time);
        await end.CancelAsync();
        await crowd;

        foreach (var (what, of) in Kinds)
        {
            yield return FigureOf($"{what}, p95, alone", of(alone), null);
            yield return FigureOf($"{what}, p95, {Others} others at work", of(among), Goal.AtMost(Responsive));
        }

        yield return new(
            "memory for each page that is open",
            memory / 1_024.0,
            "KB",
            null,
            "managed memory of the host, after a collection"
        );
    }

    private static async Task<AgentWork> Work(AgentPage page, TimeSpan time)
    {
        using var end = new CancellationTokenSource(time);
        return await page.Work(new Random(Others), QuickThought, end.Token);
    }

    private static Figure FigureOf(string what, List<double> times, Goal? goal)
    {
        times.Sort();
        return new(
            what,
            At(times, 0.95),
            "ms",
            goal,
            FormattableString.Invariant(
                $"{times.Count:#,##0} times; median {At(times, 0.5):0} ms, longest {times[^1]:0} ms; from the click until the page shows it"
            )
        );
    }

    private static double At(List<double> sorted, double share) => sorted[(int)(sorted.Count * share)];
}
