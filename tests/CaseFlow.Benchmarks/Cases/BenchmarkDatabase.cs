using CaseFlow.Tests;

namespace CaseFlow.Benchmarks;

/// <summary>An empty database for one measurement, gone after it.</summary>
internal sealed class BenchmarkDatabase : IDisposable
{
    private readonly DirectoryInfo? folder;

    private BenchmarkDatabase(string provider, string connectionString, DirectoryInfo? folder)
    {
        Provider = provider;
        ConnectionString = connectionString;
        this.folder = folder;
    }

    public string Provider { get; }

    public string ConnectionString { get; }

    public static BenchmarkDatabase Sqlite()
    {
        var own = Directory.CreateTempSubdirectory("caseflow-benchmark-");
        return new("Sqlite", $"Data Source={Path.Combine(own.FullName, "caseflow.db")}", own);
    }

    public static async Task<BenchmarkDatabase> PostgreSql() =>
        new("PostgreSql", await TemporaryPostgres.NewDatabase(), null);

    public void Dispose() => folder?.Delete(recursive: true);
}
