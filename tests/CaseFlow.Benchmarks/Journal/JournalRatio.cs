using CaseFlow.Storage;

namespace CaseFlow.Benchmarks;

/// <summary>Commands through grains and journal against a bare loop, each on a database of its own with the same cases.</summary>
internal static class JournalRatio
{
    private const int Callers = 256;
    private const int Moves = 40_960;
    private const int Cases = 10_000;

    /// <param name="bare">Writes groups of appends with so many writers, and says how many appends a second it wrote.</param>
    public static async Task<Figure> Measure(
        BenchmarkDatabase subject,
        BenchmarkDatabase baseline,
        int writers,
        Func<List<PreparedAppend[]>, Task<double>> bare
    )
    {
        // All callers together are the largest groups that the journal can form.
        var inGroup = Callers / writers;
        var prepared = await Prepare(baseline, writers, inGroup);
        await using var host = await BenchmarkHost.Start(subject);
        var moves = new GrainMoves(host.Grains, new(await CaseSeed.Fill(host, Cases), Callers));

        var compared = await Rounds.Alternate(() => moves.Run(Moves), () => bare(prepared.Next(Moves)));
        return new(
            "durable moves through grains / bare loop",
            compared.Ratio,
            Figure.Ratio,
            Goal.AtLeast(0.5),
            FormattableString.Invariant(
                $"{compared.Subject.Value:#,##0}/s ({Callers} callers, {compared.Subject.Each(Moves)} each) / {compared.Baseline.Value:#,##0}/s (groups of {inGroup}); {Cases:#,##0} cases"
            )
        );
    }

    private static async Task<PreparedMoves> Prepare(BenchmarkDatabase database, int writers, int inGroup)
    {
        await using var host = await BenchmarkHost.Start(database);
        var cases = new List<StoredCase>();
        foreach (var id in await CaseSeed.Fill(host, Cases))
        {
            cases.Add((await host.Journal.Load(id, CancellationToken.None))!);
        }

        return new(host.Process, cases, writers, inGroup);
    }
}
