using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Processes;

/// <summary>The published versions by their numbers, also those that nothing runs by any more.</summary>
internal sealed class ProcessVersions(IDbContextFactory<CaseFlowDb> databases, ProcessCatalog catalog)
{
    public PublishedProcess? Live(string key) => catalog.All.GetValueOrDefault(key);

    /// <summary>The row of a version; null where there is none of this number.</summary>
    public async Task<ProcessVersionRow?> Row(string key, int number, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db
            .ProcessVersions.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Process == key && row.Number == number, cancellation);
    }

    public async Task<PublishedProcess?> Find(string key, int number, CancellationToken cancellation) =>
        await Row(key, number, cancellation) is { } row
            ? new PublishedProcess(await catalog.Version(key, row.Hash), row.Number, row.PublishedAt, row.PublishedBy)
            : null;

    public static ApiProblem NoSuchProcess(string key) => ApiProblem.NotFound($"There is no process '{key}'.");

    public static ApiProblem NoSuchVersion(string key, int number) =>
        ApiProblem.NotFound($"Process '{key}' has no version {number}.");
}
