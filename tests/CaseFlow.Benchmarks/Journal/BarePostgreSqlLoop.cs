using System.Diagnostics;
using CaseFlow.Storage;
using Npgsql;

namespace CaseFlow.Benchmarks;

/// <summary>The least that keeps the same: case rows, events and outbox rows by arrays, a group a transaction and round trip.</summary>
internal sealed class BarePostgreSqlLoop(string connectionString) : IAsyncDisposable
{
    /// <summary>As many as the journal has where nobody says otherwise.</summary>
    public static int Writers => new StorageOptions().Writers;

    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(connectionString);
    private readonly List<BarePostgreSqlWriter> writers = [];

    /// <summary>Appends a second. The groups are the writers' in turn.</summary>
    public async Task<double> Run(List<PreparedAppend[]> groups)
    {
        while (writers.Count < Writers)
        {
            writers.Add(await BarePostgreSqlWriter.Open(source));
        }

        var watch = Stopwatch.StartNew();
        await Task.WhenAll(
            writers.Select(
                (writer, number) =>
                    Task.Run(async () =>
                    {
                        foreach (var group in groups.Where((_, index) => index % Writers == number))
                        {
                            await writer.Write(group);
                        }
                    })
            )
        );
        return groups.Sum(group => group.Length) / watch.Elapsed.TotalSeconds;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var writer in writers)
        {
            await writer.DisposeAsync();
        }

        await source.DisposeAsync();
    }
}
