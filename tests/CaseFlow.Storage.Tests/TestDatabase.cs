using Microsoft.Data.Sqlite;

namespace CaseFlow.Storage.Tests;

/// <summary>An empty database for one test, gone after it.</summary>
public sealed class TestDatabase : IDisposable
{
    private readonly string? folder;

    private TestDatabase(StorageProvider provider, string connectionString, string? folder)
    {
        Provider = provider;
        ConnectionString = connectionString;
        this.folder = folder;
    }

    public StorageProvider Provider { get; }

    public string ConnectionString { get; }

    public static async Task<TestDatabase> Create(StorageProvider provider)
    {
        if (provider == StorageProvider.Sqlite)
        {
            var made = Directory.CreateTempSubdirectory("caseflow-").FullName;
            return new(provider, $"Data Source={made}/cases/caseflow.db", made);
        }

        if (TemporaryPostgres.WhyNot is { } reason)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CASEFLOW_REQUIRE") == "all", reason);
            Assert.Fail(reason);
        }

        return new(provider, await TemporaryPostgres.NewDatabase(), folder: null);
    }

    public void Dispose()
    {
        if (folder is not null)
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }
}
