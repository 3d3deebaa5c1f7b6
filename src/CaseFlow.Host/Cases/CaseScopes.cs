using CaseFlow.Engine.Cases;
using CaseFlow.Host.Processes;
using CaseFlow.Host.Queues;

namespace CaseFlow.Host.Cases;

/// <summary>Says which cases somebody sees at this moment: membership of teams is live.</summary>
internal sealed class CaseScopes(ProcessCatalog processes, StaffReader staff, IGrainFactory grains)
{
    /// <summary>Costs nothing where no queue is private, or for who sees all of them.</summary>
    public async ValueTask<CaseScope> For(Actor by, CancellationToken cancellation)
    {
        var queues = processes.PrivateQueues;
        if (queues.IsEmpty || QueueRights.SeesAll(by))
        {
            return new(by.User, [], []);
        }

        var teams = await staff.TeamsOf(by.User, cancellation);
        return new(
            by.User,
            teams,
            [
                .. queues
                    .Where(one => !QueueRights.MaySee(one.Queue, by, teams))
                    .Select(one => (one.Process, one.Queue.Key)),
            ]
        );
    }

    /// <summary>Whether somebody sees a case; he sees one that there is not, so that its own grain says so.</summary>
    public async ValueTask<bool> MaySee(Actor by, CaseId id, CancellationToken cancellation)
    {
        var scope = await For(by, cancellation);
        return scope.SeesAll
            || (await grains.Case(id.Value).Read()).Value is not { Case: var current }
            || scope.MaySee(current);
    }
}
