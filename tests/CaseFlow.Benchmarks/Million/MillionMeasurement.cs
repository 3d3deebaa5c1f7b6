using CaseFlow.Engine.Cases;

namespace CaseFlow.Benchmarks;

/// <summary>What it costs to have a million cases stored: to moves over HTTP, to the start of the host, to memory.</summary>
internal static class MillionMeasurement
{
    private const int Few = 1_000;
    private const int Many = 1_000_000;
    private const int Connections = 256;
    private const int Moves = 10_240;

    public static async IAsyncEnumerable<Figure> Run()
    {
        using var few = BenchmarkDatabase.Sqlite();
        using var many = BenchmarkDatabase.Sqlite();
        await using (var hostOfFew = await BenchmarkHost.Start(few))
        await using (var hostOfMany = await BenchmarkHost.Start(many))
        {
            var allOfFew = await CaseSeed.Fill(hostOfFew, Few);
            var allOfMany = await CaseSeed.Fill(hostOfMany, Many);
            ImmutableArray<CaseId> someOfMany = [.. new Random(1).GetItems([.. allOfMany], Few).Distinct()];

            using var movesOfFew = await HttpMoves.Connect(hostOfFew.Address, new(allOfFew, Connections));
            using var warm = await HttpMoves.Connect(hostOfMany.Address, new(someOfMany, Connections));
            yield return Figure(
                "HTTP moves, 1,000,000 stored / 1,000 stored",
                Goal.AtLeast(0.85),
                await Rounds.Alternate(() => warm.Run(Moves), () => movesOfFew.Run(Moves)),
                "/s; all moved cases in memory, those of the million from anywhere in it"
            );

            ImmutableArray<CaseId> others = [.. allOfMany.Except(someOfMany)];
            using var cold = await HttpMoves.Connect(hostOfMany.Address, new(others, Connections));
            yield return Figure(
                "the same, the million's cases read first",
                null,
                await Rounds.Alternate(() => cold.Run(Moves), () => movesOfFew.Run(Moves)),
                "/s; the moved cases of the million are hardly ever in memory, the others always"
            );

            yield return await CaseMemory.Measure(hostOfMany, others);
        }

        yield return Figure(
            "start until ready, 1,000,000 / none stored",
            Goal.AtMost(1.3),
            await StartUp.Compare(many),
            " ms"
        );
    }

    private static Figure Figure(string what, Goal? goal, Comparison compared, string unit) =>
        new(
            what,
            compared.Ratio,
            Benchmarks.Figure.Ratio,
            goal,
            FormattableString.Invariant($"{compared.Subject.Value:#,##0} / {compared.Baseline.Value:#,##0}{unit}")
        );
}
