namespace CaseFlow.Benchmarks;

/// <summary>What grains and journal cost over SQLite with synchronous=FULL.</summary>
internal static class SqliteJournalMeasurement
{
    public static async IAsyncEnumerable<Figure> Run()
    {
        using var subject = BenchmarkDatabase.Sqlite();
        using var baseline = BenchmarkDatabase.Sqlite();
        var loop = new Lazy<BareSqliteLoop>(() => new(baseline.ConnectionString));
        yield return await JournalRatio.Measure(
            subject,
            baseline,
            writers: 1,
            groups => Task.FromResult(loop.Value.Run(groups))
        );
        loop.Value.Dispose();
    }
}
