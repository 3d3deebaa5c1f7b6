using CaseFlow.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Tests;

/// <summary>
/// A SQLite file with all tables and nothing in them. It is migrated once for all tests of this process, as that takes longer
/// than many a test.
/// </summary>
public static class EmptyDatabase
{
    private static readonly Lazy<Task<byte[]>> Made = new(Make);

    /// <summary>Puts one there, unless there is a database already.</summary>
    public static async Task EnsureAt(string path)
    {
        if (!File.Exists(path))
        {
            await File.WriteAllBytesAsync(path, await Made.Value);
        }
    }

    private static async Task<byte[]> Make()
    {
        var folder = Directory.CreateTempSubdirectory("caseflow-empty-");
        var address = $"Data Source={Path.Combine(folder.FullName, "caseflow.db")}";
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Storage:ConnectionString", address)])
            .Build();
        await using (var services = new ServiceCollection().AddStorage(settings).BuildServiceProvider())
        {
            await StorageSetup.Prepare(services, CancellationToken.None);
        }

        // The last connection takes what the log has into the file.
        await using (var pool = new SqliteConnection(address))
        {
            SqliteConnection.ClearPool(pool);
        }

        var file = await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "caseflow.db"));
        folder.Delete(recursive: true);
        return file;
    }
}
