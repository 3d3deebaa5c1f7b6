using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Workflows.Effects;

/// <summary>Where people decide about what could not be done: again, not at all, or no more of that instance.</summary>
internal sealed class IncidentDesk(
    IDbContextFactory<CaseFlowDb> databases,
    WorkflowJournal journal,
    IGrainFactory grains,
    TimeProvider time
)
{
    /// <summary>The incident as it is decided, or why it cannot be; neither where there is none.</summary>
    public async Task<(WorkflowIncidentRow? Decided, ApiProblem? Problem)> Decide(
        string id,
        string verb,
        string by,
        CancellationToken cancellation
    )
    {
        if (await Find(id, cancellation) is not { } incident)
        {
            return (null, null);
        }

        if (incident.Status != WorkflowIncidentRow.Open)
        {
            return (null, new(409, "incident-decided", $"The incident was {incident.Status} already."));
        }

        var instance = grains.Workflow(incident.Instance);
        if (verb == "cancel")
        {
            var ended = (await instance.Cancel(by)).Value;
            return ended.Kind == WorkflowTurnKind.Done
                ? (await Find(id, cancellation), null)
                : (null, new(409, "instance-ended", ended.Why ?? "The instance has ended."));
        }

        if (await IsGivenUp(id, cancellation))
        {
            var status = verb == "skip" ? WorkflowIncidentRow.Skipped : WorkflowIncidentRow.Retried;
            await journal.Decide(new WorkflowDecision(id, status, by), id, time.GetUtcNow());
            return (await Find(id, cancellation), null);
        }

        var turn = (await instance.Mend(id, verb == "skip", by)).Value;
        return turn.Kind == WorkflowTurnKind.Done
            ? (await Find(id, cancellation), null)
            : (null, new(409, "incident-decided", turn.Why ?? "There is nothing to mend any more."));
    }

    private async Task<WorkflowIncidentRow?> Find(string id, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.WorkflowIncidents.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);
    }

    // An effect that nobody waits for is no activity's failure.
    private async Task<bool> IsGivenUp(string id, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.WorkflowEffects.AnyAsync(row => row.Id == id && row.RingAt == null, cancellation);
    }
}
