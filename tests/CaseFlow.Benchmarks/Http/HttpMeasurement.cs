namespace CaseFlow.Benchmarks;

/// <summary>A durable status move over HTTP against an endpoint of the same host that only echoes the body.</summary>
internal static class HttpMeasurement
{
    private const int Connections = 256;
    private const int Requests = 40_960;
    private const int Cases = 10_000;

    public static async IAsyncEnumerable<Figure> Run()
    {
        yield return await Measure(
            "durable moves over HTTP / echo in the same host",
            MovePlan.Plain,
            Goal.AtLeast(0.4)
        );
        yield return await Measure("the same, each move pausing or resuming a clock", MovePlan.Pausing, goal: null);
    }

    private static async Task<Figure> Measure(string what, string away, Goal? goal)
    {
        using var database = BenchmarkDatabase.Sqlite();
        await using var host = await BenchmarkHost.Start(database, Echo.Map);
        var plan = new MovePlan(await CaseSeed.Fill(host, Cases), Connections, away);
        using var moves = await HttpMoves.Connect(host.Address, plan);

        var compared = await Rounds.Alternate(() => moves.Run(Requests), () => moves.RunEcho(Requests));
        return new(
            what,
            compared.Ratio,
            Figure.Ratio,
            goal,
            FormattableString.Invariant(
                $"{compared.Subject.Value:#,##0}/s ({compared.Subject.Each(Requests)} each) / {compared.Baseline.Value:#,##0}/s ({compared.Baseline.Each(Requests)}); {Connections} connections, SQLite, client included"
            )
        );
    }
}
