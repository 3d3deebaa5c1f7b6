using CaseFlow.Tests;

namespace CaseFlow.Benchmarks;

/// <summary>What grains and journal cost over PostgreSQL. Both sides write on as many connections.</summary>
internal static class PostgreSqlJournalMeasurement
{
    public static async IAsyncEnumerable<Figure> Run()
    {
        if (TemporaryPostgres.WhyNot is { } why)
        {
            yield return Figure.Skipped("durable moves through grains / bare loop", why);
            yield break;
        }

        using var subject = await BenchmarkDatabase.PostgreSql();
        using var baseline = await BenchmarkDatabase.PostgreSql();
        await using var loop = new BarePostgreSqlLoop(baseline.ConnectionString);
        yield return await JournalRatio.Measure(subject, baseline, BarePostgreSqlLoop.Writers, loop.Run);
    }
}
