using CaseFlow.Host.People.Auditing;
using CaseFlow.Storage;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Running.State;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Workflows;

/// <summary>Makes a workflow the newest version of its definition, and sets the times at which it starts by itself.</summary>
internal sealed class WorkflowPublisher(
    IDbContextFactory<CaseFlowDb> databases,
    WorkflowCatalog catalog,
    WorkflowTriggers triggers,
    TimeProvider time
) : IDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1, 1);

    /// <param name="definition">One that was read without a problem.</param>
    /// <param name="by">Who publishes.</param>
    /// <param name="source">The bytes that it was read from.</param>
    public async Task<(PublishedWorkflow Version, bool IsNew)> Publish(
        WorkflowDefinition definition,
        string file,
        byte[] source,
        string by,
        CancellationToken cancellation
    )
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            await catalog.Load(cancellation);
            if (catalog.Newest(definition.DefinitionId) is { } current && current.Hash == definition.VersionId)
            {
                return (current, false);
            }

            var published = await Store(definition, file, source, by, cancellation);
            catalog.Add(published);
            return (published, true);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task<PublishedWorkflow> Store(
        WorkflowDefinition definition,
        string file,
        byte[] source,
        string by,
        CancellationToken cancellation
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var (key, now) = (definition.DefinitionId, time.GetUtcNow());
        var last = await db
            .WorkflowVersions.Where(version => version.Definition == key)
            .MaxAsync(version => (int?)version.Number, cancellation);
        var row = new WorkflowVersionRow
        {
            Definition = key,
            Number = (last ?? 0) + 1,
            Hash = definition.VersionId,
            File = file,
            Source = source,
            PublishedAt = now,
            PublishedBy = by,
        };
        var published = new PublishedWorkflow(definition, row.Number, file, now, by);
        db.WorkflowVersions.Add(row);
        db.Audit.Add(
            new AuditRow
            {
                At = now,
                By = by,
                Action = AuditActions.WorkflowPublished,
                Subject = $"workflow:{key}",
                Detail = $"version {row.Number}",
            }
        );
        db.WorkflowTimers.RemoveRange(
            await db.WorkflowTimers.Where(timer => timer.Definition == key).ToListAsync(cancellation)
        );
        await db.SaveChangesAsync(cancellation);
        db.WorkflowTimers.AddRange(
            triggers
                .Of(published)
                .Where(trigger => trigger is { Kind: BookmarkKind.Timer, Failure: null } && trigger.DueAt > now)
                .Select(trigger => new WorkflowTimerRow
                {
                    Definition = key,
                    Activity = trigger.ActivityId,
                    Due = trigger.DueAt!.Value,
                    RingAt = trigger.DueAt.Value,
                })
        );
        await db.SaveChangesAsync(cancellation);
        return published;
    }
}
