using CaseFlow.Engine.Processes;
using CaseFlow.Host.People.Auditing;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Processes;

/// <summary>Makes a definition the newest version of its process, for every command from then on.</summary>
internal sealed class ProcessPublisher(
    IDbContextFactory<CaseFlowDb> databases,
    ProcessCatalog catalog,
    CaseCarrier carrier,
    TimeProvider time
) : IDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1, 1);

    /// <param name="process">A definition that was checked; see <see cref="Draft"/>.</param>
    /// <param name="by">Who publishes.</param>
    public async Task<PublishResult> Publish(CaseProcess process, string by, CancellationToken cancellation)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            await catalog.Load(cancellation);
            var current = catalog.All.GetValueOrDefault(process.Key);
            if (current?.Process.Hash == process.Hash)
            {
                return new PublishResult(current, IsNew: false);
            }

            var published = await Store(process, by, cancellation);
            catalog.Add(published);
            carrier.Carry(process, current?.Process);
            return new PublishResult(published, IsNew: true);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task<PublishedProcess> Store(CaseProcess process, string by, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var last = await db
            .ProcessVersions.Where(version => version.Process == process.Key)
            .MaxAsync(version => (int?)version.Number, cancellation);
        var row = new ProcessVersionRow
        {
            Process = process.Key,
            Number = (last ?? 0) + 1,
            Hash = process.Hash,
            Source = process.Parts.Source,
            Files = process.Parts.Files,
            PublishedAt = time.GetUtcNow(),
            PublishedBy = by,
        };
        db.ProcessVersions.Add(row);
        db.Audit.Add(
            new AuditRow
            {
                At = row.PublishedAt,
                By = by,
                Action = AuditActions.ProcessPublished,
                Subject = $"process:{process.Key}",
                Detail = $"version {row.Number}",
            }
        );
        await db.SaveChangesAsync(cancellation);
        return new PublishedProcess(process, row.Number, row.PublishedAt, row.PublishedBy);
    }
}

/// <summary>The version that a definition is now, and whether this publication made it.</summary>
internal sealed record PublishResult(PublishedProcess Version, bool IsNew);
